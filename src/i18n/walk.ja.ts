import type { FailedMatch } from '../engine/trace.ts'
import { hexMark, percentOf } from './figures.ts'
import type { FailedMatchText, Messages } from './messages.ts'
import { address, cidr, code, type Sentence, say } from './sentence.ts'

const FIELDS: Readonly<Record<Exclude<FailedMatch['field'], 'extension'>, string>> = {
  source: '送信元',
  destination: '宛先',
  'in-interface': '入力インターフェース',
  'out-interface': '出力インターフェース',
  protocol: 'プロトコル',
  'source-port': '送信元ポート',
  'destination-port': '宛先ポート',
}

const part = (index: number, got: string): string =>
  `第 ${index + 1} ${got.includes(':') ? 'グループ' : 'オクテット'}`

function failedSentence(failed: FailedMatch): Sentence {
  const { wanted, got, negated } = failed
  if (failed.field === 'extension') {
    return negated
      ? say`${code(failed.module)} の条件は ${code(wanted)} 以外ですが、このパケットは ${code(got)} です。`
      : say`${code(failed.module)} の条件は ${code(wanted)} ですが、このパケットは ${code(got)} です。`
  }
  if (failed.field === 'source' || failed.field === 'destination') {
    const subject = say`${FIELDS[failed.field]} ${address(got)}`
    if (negated) return say`${subject} は、ルールで除外された ${cidr(wanted)} に含まれます。`
    if (failed.part === null) return say`${subject} は ${cidr(wanted)} に含まれません。`
    return say`${subject} は ${cidr(wanted)} に含まれません。${part(failed.part, got)}が異なります。`
  }
  const field = FIELDS[failed.field]
  return negated
    ? say`ルールの条件は ${code(wanted)} 以外の${field}ですが、このパケットは ${code(got)} です。`
    : say`ルールの条件は${field} ${code(wanted)} ですが、このパケットは ${code(got)} です。`
}

function failedShort(failed: FailedMatch): string {
  if (failed.field === 'extension') return `${failed.module}: ${failed.got}`
  const field = FIELDS[failed.field]
  if (failed.field !== 'source' && failed.field !== 'destination') return `${field}: ${failed.got}`
  if (failed.negated) return `除外された${field}`
  return failed.part === null ? `${field}が不一致` : `${part(failed.part, failed.got)}が不一致`
}

export const failedMatchJa: FailedMatchText = { sentence: failedSentence, short: failedShort }

export const stepsJa: Messages['steps'] = {
  entered: (s) => say`パケットが ${code(s.chain)} に入ります。`,
  skipped: (s) => failedSentence(s.failed),
  matched: (s) => say`${code(s.rule.chain)} のルール ${s.rule.line} に一致します。`,
  resumed: (s) =>
    say`${code(s.from)} から ${code(s.chain)} に戻り、ルール ${s.line} から続行します。`,
  policy: (s) =>
    say`${code(s.chain)} の終わりに達し、デフォルト ポリシー ${code(s.policy)} が適用されます。`,
}

export const deedsJa: Messages['deeds'] = {
  counted: () => say`ターゲットがないため、数えるだけです。`,
  jumped: (d) => say`${code(d.chain)} にジャンプします。`,
  went: (d) => say`${code(d.chain)} に移り、このチェーンには戻りません。`,
  returned: () => say`呼び出し元のチェーンに戻り、照合を続けます。`,
  accepted: () => say`そのまま許可し、以降の nat ルールは照合しません。`,
  logged: (d) => say`ログ ${code(d.prefix)} を出力して続行します。`,
  marked: (d) =>
    say`${d.of === 'packet' ? 'パケット' : '接続'}のマークを ${code(hexMark(d.from))} から ${code(hexMark(d.to))} に変更して続行します。`,
  rewrote: (d) => say`${code(d.target)} がパケットを変換し、以降の nat ルールは照合しません。`,
  bound: (d) =>
    say`${code(d.target)} で照合は終わりますが、どのフィールドもすでに変換後と同じ値です。`,
  tunnelled: (d) => say`パケットをトンネル経由で ${code(d.node)} に送ります。`,
  dropped: (d) => say`${code(d.text)} を理由にパケットを破棄します。`,
  undetermined: (d) => say`${percentOf(d.probability)}% の確率で一致します。`,
}
