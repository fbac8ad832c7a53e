import type { Divergence } from '../scenario/compare/comparison.ts'
import { type CompareWords, type Naming, whose } from './compare-words.ts'
import { address, type Chip, code, joined, type Sentence, say } from './sentence.ts'

/** `Calico、Cilium: 10.1.1.10 / GKE Standard: 10.8.0.5` */
const shared = (
  { groups }: Divergence,
  { names }: Naming,
  chip: (text: string) => Chip,
  none: string,
): Sentence =>
  joined(
    groups.flatMap(
      ({ dataplanes, value }, i): Sentence => [
        i === 0 ? '' : ' / ',
        `${names(dataplanes)}: `,
        value === null ? none : chip(value),
      ],
    ),
  )

export const compareJa: CompareWords = {
  title: '同じパケット、複数のデータプレーン',
  choose: '並べて見るデータプレーン',
  back: '構成図に戻る',
  lanes: 'データプレーンごとのパケット',
  way: '行き',
  reply: '応答',
  manifests: {
    own: 'このシナリオのマニフェスト',
    starter: 'インストール直後の状態',
    none: '適用されたマニフェストなし',
  },
  scenariosOwn: 'このシナリオのデータプレーン',
  seenAs: '見える送信元',
  firstDifference: '最初の違い',
  divergence: {
    dropped: (d, n) =>
      say`${n.at}: パケットは ${whose(d, n, 'gone')} ではここで終わり、${whose(d, n, 'there')} では先へ進みます。`,
    'source-differs': (d, n) =>
      say`${n.at} で送信元アドレスが分かれます。${shared(d, n, address, 'なし')}`,
    'destination-differs': (d, n) =>
      say`${n.at} で宛先アドレスが分かれます。${shared(d, n, address, 'なし')}`,
    'port-differs': (d, n) =>
      say`${n.at} で送信元ポートが分かれます。${shared(d, n, code, 'なし')}`,
    'other-way': (d, n) =>
      say`パケットが ${n.at} を通るのは ${whose(d, n, 'there')} だけで、${whose(d, n, 'gone')} では別の経路を通ります。`,
    'rule-differs': (d, n) =>
      say`パケットの結果はすべて同じですが、${n.at} で決めるルールが異なります。${shared(d, n, code, 'ルールなし')}`,
  },
  alike: '違いはありません。どれもこのパケットを同じように扱います。',
  notEnough: '2 つ以上を選ぶと、どこで分かれるかがわかります。',
  notSent: '送信されていません',
  moment: (step, place) => `${step}: ${place}`,
  carries: (dataplane, carried) => `${dataplane}: ${carried}`,
  ended: (dataplane) => `${dataplane}: すでに終了`,
  matrix: {
    title: '宛先ごとの送信元アドレスの扱い',
    about:
      'ノードを出る時点のものです。各セルは実際に評価した結果で、押すとそのパケットを上に表示します。',
    destination: '宛先',
    rows: {
      internet: 'インターネット',
      'on-prem': 'プライベートなオンプレミス',
      'shared-address': '100.64.0.0/10',
      'other-node': '別のノード',
      'other-pod': '別の Pod',
      'link-local': 'リンクローカル',
      'second-address': 'インターネット(セカンダリ アドレスを使うノードのプロセスから)',
      inbound: 'ノード上の Pod(外部クライアントから)',
    },
    verdicts: {
      pod: 'Pod',
      node: 'ノード',
      other: 'その他',
      kept: '維持',
      rewritten: '書き換え',
      dropped: '破棄',
      undetermined: '確率による',
    },
    open: (row, dataplane, verdict) => `${row}、${dataplane}: ${verdict}。このパケットを表示`,
  },
}
