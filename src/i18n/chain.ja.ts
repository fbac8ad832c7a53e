import type { ChainWords } from './chain-words.ts'
import { code, say } from './sentence.ts'

export const chainJa: ChainWords = {
  whyNot: 'この行ではない理由',
  why: 'この行である理由',
  stopAt: (line, chain) => `${chain} のルール ${line} で停止する`,
  stopsHere: '再生はここで停止します',
  shadowed: (line) => `一致不可: ルール ${line} に隠れる`,
  shadowedBy: (line, chain) =>
    say`このルールに一致するパケットはすべて ${code(chain)} のルール ${line} で先に処理されるため、このルールが決定することはありません。`,
  missing: 'ノードに存在しない',
  missingBecause: {
    'not-read-yet': say`設定にはありますが、まだこのノードに反映されていません。`,
    'typed-away': say`設定にはありますが、ノード上で手動で削除されています。`,
    'node-not-replaced': say`クラスタの設定は変わりましたが、このノードはその前に作成されたため、置き換えられるまで以前のルールのままです。`,
    'no-agent': say`ConfigMap にはありますが、それを読み込むエージェントが実行されていません。`,
    'wrong-name': say`マニフェストにはありますが、名前または名前空間が異なるため、どこからも読み込まれません。`,
  },
  missingChain: (chain, rules) => say`${code(chain)} はこのノードに存在しません(${rules})`,
  endedBefore: (line, chain) =>
    say`パケットはこの行に達する前に、${code(chain)} のルール ${line} で抜けています。`,
  endedByPolicy: say`この行に達する前に照合が終わっています。`,
  neverEntered: (chain) => say`パケットを ${code(chain)} に送るルールはありませんでした。`,
  wouldMatch: 'パケットがここまで来ていれば、このルールに一致していました。',
  wouldNotMatch: 'ここまで来ていても一致しませんでした。',
  wouldByChance: (percent) =>
    `パケットがここまで来ていれば、${percent}% の確率で一致していました。`,
  counted: (packets, bytes) => `${packets} pkt · ${bytes} B`,
  countedSpoken: (packets, bytes) => `カウンタ: ${packets} パケット、${bytes} バイト`,
  trying: (rule, of) => `${of} 個中 ${rule} 個目を照合中`,
  into: 'ステップイン: 次のルール',
  backOut: '前のルールに戻る',
  stepping: 'ルールごとに進む',
  row: '行',
  atRow: (row, of) => `${of} 行中 ${row} 行目`,
  stoppedAt: (line, chain) => `${chain} のルール ${line} で停止しました`,
  clearStops: (stops) =>
    stops === 1 ? 'ブレークポイントを削除' : `ブレークポイント ${stops} 個をすべて削除`,
  besideConfig: 'ルールと設定を並べて表示',
  over: 'ステップオーバー: 次のホップ',
  jumpToResult: '結果へ移動',
  stepsThrough: (rules) => `${rules} 個のルールにステップイン`,
}
