import type { Lost } from '../scenario/studio/edit.ts'
import { address, type Chip, listed, type Sentence, say } from './sentence.ts'
import { fieldsJa } from './studio-fields.ja.ts'
import type { Named, StudioWords } from './studio-words.ts'
import { thingKindsJa } from './thing-kinds.ja.ts'

const one = ({ kind, name }: Named): Sentence => say`${kind} ${name} `
const lines = ({ lines: texts }: Named): Sentence =>
  texts.length === 0 ? [] : say`アドレス: ${listed(texts.map(address), '、')}。`
const inside = ({ within }: Named, then: string): Sentence =>
  within === null ? [] : say`${within} ${then}`

/** What stood in what was deleted. */
const withIt = ({ within }: Lost): Sentence =>
  within === 0 ? [] : [`と、その中の ${within} 個の要素`]
const astray = ({ flows }: Lost): Sentence =>
  flows === 0 ? [] : [`${flows} 個のフローは一方の端を失いました。`]

/** Of one thing what there is to say, of several how many they are. */
const told =
  (single: (thing: Named) => Sentence, several: (count: number) => Sentence) =>
  (things: readonly Named[]): Sentence => {
    const [thing] = things
    return thing !== undefined && things.length === 1 ? single(thing) : several(things.length)
  }

export const studioJa: StudioWords = {
  edit: '編集',
  undo: '元に戻す',
  redo: 'やり直す',
  locked: 'ロック',
  tools: '作図',
  board: {
    label: '編集中のネットワーク構成図',
    hint: '矢印キーで要素の間を移動します。A で追加、Enter でプロパティ、C で接続、Delete で削除、? でショートカット一覧を表示します。',
  },
  shelf: {
    label: '追加できる要素と、すべての要素',
    add: '追加',
    outline: 'アウトライン',
    hide: 'リストを隠す',
    show: 'リストを表示',
    addHint: '構成図にドラッグするか、Enter を押すと適切な場所に置かれます。',
  },
  items: {
    vpc: 'VPC',
    subnet: 'サブネット',
    'cloud-nat': 'Cloud NAT',
    interconnect: 'Interconnect',
    vpn: 'VPN',
    peering: 'VPC ピアリング',
    psc: 'Private Service Connect',
    vm: 'VM',
    appliance: 'アプライアンス',
    cluster: 'クラスタ',
    node: 'ノード',
    pod: 'Pod',
    service: 'Service',
    'on-prem': 'オンプレミス ネットワーク',
    firewall: 'オンプレミス ファイアウォール',
    'on-prem-host': 'オンプレミス ホスト',
    'internet-host': 'インターネット ホスト',
    metadata: 'メタデータ サーバー',
    flow: 'フロー',
  },
  groups: { cloud: 'クラウド', cluster: 'Kubernetes', far: '相手側', flows: 'トラフィック' },
  kinds: thingKindsJa,
  connections: {
    attachment: '両者を結ぶ Interconnect',
    peering: 'VPC ピアリング',
    home: 'この中へ移動',
    flow: 'ここからのフロー',
    'service-endpoint': 'Service の背後の Pod',
    'cloud-nat': 'インターネットへの Cloud NAT',
    aim: 'このネットワークへ接続',
    coverage: 'Cloud NAT の対象にする',
  },
  fields: fieldsJa,
  internet: 'インターネット',
  add: '追加…',
  find: '検索…',
  findHint: '名前またはアドレスで検索',
  notFound: (text) => `「${text}」に該当する要素はありません。`,
  tidy: '整列',
  connect: '接続…',
  move: '別の領域へ移動…',
  rename: '名前を変更…',
  duplicate: '複製',
  remove: '削除',
  name: '名前',
  ok: 'OK',
  cancel: 'キャンセル',
  filter: '入力して絞り込む',
  nothingFits: '選べる項目はありません。',
  addTitle: '構成図に追加',
  connectTitle: (name) => `${name} の接続先`,
  moveTitle: (name) => `${name} の移動先`,
  renameTitle: (name) => `${name} の名前を変更`,
  properties: {
    tab: 'プロパティ',
    none: '構成図で要素を選ぶと、ここで内容を確認して変更できます。',
    several: (count) => `${count} 個の要素を選択しています。`,
    actions: 'できること',
    links: '接続している要素',
    disconnect: (name) => `${name} との接続を解除`,
  },
  empty: {
    title: '空のキャンバス',
    hint: 'まず VPC を置き、続けてクラスタ、ノード、Pod を置きます。リストからドラッグするか、A を押してください。',
  },
  told: {
    added: told(
      (t) => say`${one(t)}を${inside(t, 'に')}追加しました。${lines(t)}`,
      (n) => say`${n} 個の要素を追加しました。`,
    ),
    removed: (things, lost) => [
      ...told(
        (t) => say`${one(t)}${withIt(lost)}を削除しました。`,
        (n) => say`${n} 個の要素${withIt(lost)}を削除しました。`,
      )(things),
      ...astray(lost),
    ],
    copied: told(
      (t) => say`${one(t)}をコピーしました。`,
      (n) => say`${n} 個の要素をコピーしました。`,
    ),
    moved: told(
      (t) => say`${one(t)}を動かしました。`,
      (n) => say`${n} 個の要素を動かしました。`,
    ),
    nested: told(
      (t) => say`${one(t)}を${inside(t, 'の中へ')}移しました。${lines(t)}`,
      (n) => say`${n} 個の要素を別の領域へ移しました。`,
    ),
    met: told(
      (t) => say`${one(t)}${t.within === null ? '' : say`(${t.within} 内) `}${lines(t)}`,
      (n) => say`${n} 個の要素を選択中`,
    ),
    connected: (from, to) => say`${one(from)}と ${one(to)}を接続しました。`,
    renamed: (was: Chip, now: Chip) => say`${was} の名前を ${now} に変更しました。`,
    tidied: '構成図を整列しました。',
    locked: '構成図をロックしました。',
    unlocked: '構成図を変更できるようになりました。',
    'is-locked': '構成図はロックされています。変更するにはロックを解除してください。',
    undone: '元に戻しました。',
    redone: 'やり直しました。',
    'nothing-to-undo': '元に戻す操作はありません。',
    'nothing-to-redo': 'やり直す操作はありません。',
  },
}
