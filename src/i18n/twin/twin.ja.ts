import { address, code, type Sentence, say } from '../sentence.ts'
import type { TwinWords } from './twin-words.ts'

const withText = (text: string | null): Sentence => (text === null ? [] : say`(${code(text)})`)

export const twinJa: TwinWords = {
  title: (scenario) => say`${scenario}: 文章で読む`,
  headings: {
    result: '結果',
    scenario: 'シナリオ',
    map: 'ネットワーク',
    memory: 'conntrack のエントリ',
    assumed: '仮定',
    fixes: '最小の対処',
  },
  scenario: (title) => say`シナリオ: ${title}。`,
  system: (name) => say`システム: ${name}。`,
  defaultSnat: (cluster, on) =>
    say`クラスタ ${code(cluster)} のデフォルト SNAT は${on ? 'オン' : 'オフ'}です。`,
  manifests: {
    applied: say`エディタの設定は適用されています。`,
    draft: say`エディタの設定は下書きで、クラスタには適用されていません。`,
    none: say`適用されている設定はありません。`,
  },
  sends: (from, packet) => say`${code(from)} が送信するパケット: ${packet}。`,
  existing: say`クラスタの最後の変更より前に始まったフローです。`,
  between: '、',
  more: (count) => say`ほか ${count} 件。`,
  external: (external) => say`外部アドレス ${address(external)}`,
  endedBy: {
    dropped: (place) => say`破棄した場所: ${place}。`,
    unanswered: (place) => say`パケットは到達しましたが、応答が失われた場所: ${place}。`,
    delivered: (place) => say`到達した場所: ${place}。`,
    undetermined: (place) => say`この先を確定できない場所: ${place}。`,
  },
  why: (reason) => say`ここで終わる理由: ${reason}`,
  firstFailure: (step) => say`最初に失敗するステップ: ${step}。`,
  decidedBy: (node, chain, line, text) =>
    say`${code(node)} で決定したルール: ${code(chain)} のルール ${line}${withText(text)}。`,
  noRuleDecided: (node) =>
    say`${code(node)} では一致するルールがなく、チェーンのデフォルト ポリシーで決まりました。`,
  sourceWas: (because) => say`送信元: ${because}`,
  notice: (symptom) => say`観測される現象: ${symptom}`,
  chance: (percent, summary) => say`確率 ${percent}%: ${summary}`,
  packet: (packet) => say`パケット: ${packet}。`,
  verdict: (mood) => say`判定: ${mood}。`,
  changed: {
    src: (from, to) => say`送信元が ${from} から ${to} に変わります。`,
    dst: (from, to) => say`宛先が ${from} から ${to} に変わります。`,
    sport: (from, to) => say`送信元ポートが ${from} から ${to} に変わります。`,
    dport: (from, to) => say`宛先ポートが ${from} から ${to} に変わります。`,
  },
  rule: (chain, line, text) => say`${code(chain)} のルール ${line}${withText(text)}: `,
  moreRules: (count) => say`ほかに ${count} 個のルールを照合しましたが、一致しませんでした。`,
  check: (name, asks, state) => say`${name}: ${state}。(${asks})`,
  remembers: (node) => say`${code(node)} がこのフローを記憶しています。`,
  fix: (number) => say`対処 ${number}`,
}
