import type { Outcome, Owner, Symptom } from '../engine/trace.ts'
import { placeNamer } from './place-name.ts'
import { address, type Sentence, say } from './sentence.ts'
import type { ShellText } from './shell.en.ts'

const at = placeNamer({ internet: 'インターネット', metadata: 'メタデータ サーバー' })

const OWNERS: Readonly<Record<Owner, string>> = {
  pod: 'Pod',
  node: 'ノード',
  nat: 'パブリック アドレス',
  'link-local': 'リンクローカル',
  far: '相手側',
}

const seen = ({ seenAs }: Outcome): Sentence =>
  say`相手から見た送信元: ${address(seenAs.address)} (${OWNERS[seenAs.owner]})。`

const SYMPTOMS: Readonly<Record<Symptom, string>> = {
  'time-out': 'タイムアウトします。',
  reset: '即座に拒否されます。',
}

const symptom = (outcome: Outcome): string => (outcome.symptom ? SYMPTOMS[outcome.symptom] : '')

export const shellJa: ShellText = {
  emptyCanvas: '空のキャンバス',
  ownScenario: '自作のシナリオ',
  properties: 'プロパティ',
  summary: {
    delivered: (outcome) => say`${at(outcome.by)} に到達しました。${seen(outcome)}`,
    dropped: (outcome) =>
      say`${at(outcome.by)} で破棄されました。${seen(outcome)}${symptom(outcome)}`,
    unanswered: (outcome) =>
      say`到達しましたが、応答が ${at(outcome.by)} で失われました。${seen(outcome)}${symptom(outcome)}`,
    undetermined: (outcome) => say`確定できません。${seen(outcome)}`,
  },
  changedBack: '宛先を復元',
  sourceChangedBack: '送信元を復元',
  destinationChanged: '宛先を変換',
  nothingSent: 'まだパケットを送っていません。',
  notSent: 'パケットを送信できません。',
  journey: '経路',
  settings: '設定',
  settingsLabel: '表示する内容',
  pageTrouble: 'ページ自体でエラーが発生しました。入力内容は保存されています。',
  reload: 'ページを再読み込み',
  keepLooking: '後で',
}
