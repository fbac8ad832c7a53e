import type { FlowsWords } from './flows-words.ts'

export const flowsJa: FlowsWords = {
  title: 'フロー',
  columns: {
    flow: 'フロー',
    way: '送信元と宛先',
    age: '接続',
    verdict: '結果',
    seen: '相手から見た送信元',
  },
  show: (flow) => `${flow} を構成図に表示`,
  fresh: '新規',
  existing: '既存',
  apart: '一覧にありません',
  notSent: '送信できません',
  where: (place, symptom) => `${place} · ${symptom}`,
  symptoms: { 'time-out': 'タイムアウト', reset: '即座に拒否' },
  empty: 'フローはまだありません。フローとは、構成図上の誰かが送るパケットです。',
  nobody:
    '送信できるものがまだ構成図にありません。先に Pod、ノード、ホストのいずれかを置いてください。',
  chosen: '選択中のフロー',
  name: '名前',
  refused: {
    'bad-name':
      '英数字、ハイフン、ピリオドを 63 文字まで使えます。両端は英数字でなければなりません。',
    'name-taken': '同じ名前のフローがすでにあります。',
  },
  acts: {
    add: '新しいフロー',
    keep: '一覧に入れる',
    duplicate: '複製',
    reverse: '向きを逆にする',
    remove: '削除',
    up: '上へ移動',
    down: '下へ移動',
  },
  choose: { senders: '送信できるもの', destinations: '既知の宛先' },
  noMatch: {
    senders: 'その名前のものは構成図にありません。',
    destinations: '構成図に一致するものがありません。Enter で入力した宛先へ送ります。',
  },
  more: (count) => `ほかに ${count} 件あります。入力して絞り込んでください。`,
  groups: {
    'on-prem': 'オンプレミス',
    services: 'Service',
    pods: 'Pod',
    nodes: 'ノード',
    vpc: 'VPC 内',
    internet: 'インターネット',
    used: 'フローで使われているほかのアドレス',
  },
}
