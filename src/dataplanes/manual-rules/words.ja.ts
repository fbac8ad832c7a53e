import type { ManualWords } from './codes.ts'

export const words: ManualWords = {
  origins: {
    'manual-command': 'このノードで手動で入力されたルールです。',
    'manual-saved': 'このノードに復元された `iptables-save` のテキストにあるルールです。',
  },
  notes: {
    'manual-until-recreated':
      '{node} にはルールが手動で入力されています。アップグレードや修復でノードが再作成されると失われますが、DaemonSet のルールは再び書き込まれます。',
    'manual-recreated':
      '{node} は再作成されました。直接入力したルールは失われ、DaemonSet のルールは再び書き込まれています。',
    'manual-not-everywhere':
      'すべてのノードに同じルールが手動で入力されているわけではありません。あるノード: {node}、ないノード: {others}。同じパケットでも、ノードによって送信元が異なる可能性があります。',
    'manual-table-replaced':
      '`iptables-save` のテキストが {node} の nat テーブルのすべてです。テキストにないルールは失われ、エージェントが次の周期で自分のチェーンを書き込むまで戻りません。',
    'manual-other-tables':
      '{node} のテキストのうち、テーブル {tables} はアドレスを変換しないため読み取っていません。',
    'manual-source-nowhere':
      '{node} の `{rule}` は一致することがありません。{range} に含まれるアドレスを持つ Pod、ノード、エンドポイントがないためです。',
    'manual-destination-nowhere':
      '{node} の `{rule}` は構成図のどれにも一致しません。{range} に含まれるアドレスを持つ Pod、ノード、Service、エンドポイントがないためです。',
  },
}
