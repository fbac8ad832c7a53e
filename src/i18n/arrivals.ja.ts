import type { Check, FirewallRequest, RequestLine } from '../scenario/arrivals/arrival.ts'
import { type ArrivalsWords, checkText, destinationText, serviceText } from './arrivals-words.ts'

const because = {
  'any-node': 'サブネットの全ノード',
  'any-pod': '範囲内の全 Pod',
  'nat-addresses': 'Cloud NAT の全アドレス',
  alone: 'このアドレスのみ',
} as const

const allowed: ArrivalsWords['allowed'] = ({ state, by }) => {
  if (state === 'no') return '拒否'
  if (state === 'nobody-asks') return '検査するファイアウォールなし'
  return by.length === 0 ? '許可' : `許可（${by.join('、')}）`
}

export const arrivalsJa: ArrivalsWords = {
  title: '相手側ファイアウォールで許可が必要なもの',
  about:
    'シナリオから外へ出るすべてのフローについて、相手側に実際に見える送信元と、同種の送信者をすべて確実に含む最小の範囲を示します。',
  close: '閉じる',
  searching: 'すべてのフローを読み取っています…',
  none: 'このシナリオには、ほかのネットワークへ出るフローがありません。',
  columns: {
    flow: 'フロー',
    far: '相手側',
    source: '見える送信元',
    ranges: '許可する範囲',
    destination: '宛先',
    service: 'ポート',
    allowed: '現在の状態',
  },
  because,
  allowed,
  missing: '次のフローは相手側に届く前に終わります。',
  copyAs: (format) => `${format} 形式でコピー`,
  copied: 'コピーしました。',
  notCopied: 'このページではクリップボードを使用できません。テキストを選択してコピーしてください。',
  requests: 'ファイアウォール管理者への申請書',
  chooseFar: '相手側',
  farName: ({ name, firewall }) =>
    firewall === null || firewall === name ? name : `${name}（${firewall}）`,
  copyRequest: '日本語の申請書をコピー',
  requestLabel: '日本語の申請書',
  request,
}

function request({ far, clusters, lines, checks }: FirewallRequest): string {
  const firewall = far.firewall === null ? ' ' : `（ファイアウォール: ${far.firewall}）`
  const from = clusters.join('、')
  return [
    `件名: ファイアウォール設定変更の申請（${from} → ${far.name}）`,
    '',
    '宛先: [セキュリティ担当部署]',
    '申請者: [氏名、所属、メールアドレス、電話番号]',
    '',
    '1. 目的',
    `   Kubernetes クラスタ ${from} から ${far.name}${firewall}への下記通信の許可をお願いいたします。`,
    '   [業務目的、システム名、関連文書番号]',
    '',
    '2. 申請する通信',
    ...lines.flatMap(lineText),
    '   接続は当社側からのみ開始します。ステートフル ファイアウォールでは、応答のための設定は不要です。',
    '',
    '3. 期間',
    '   [開始日] から [終了日、または恒久] まで',
    '',
    '4. 確認方法',
    '   現在の構成では、以下のコマンドは次のように出力されます。',
    '',
    ...checks.map((check) => `   （${CHECKS[check.code]}）\n${indented(check)}\n`),
    '設定変更後、同じコマンドで結果を確認し、ご報告いたします。',
    'お問い合わせ先: [氏名、電話番号]',
    '',
  ].join('\n')
}

function lineText(line: RequestLine, i: number): readonly string[] {
  return [
    `   通信 ${i + 1}`,
    `     送信元: ${line.ranges.join('、')}（${because[line.because]}、現在確認されているアドレス: ${line.sources.join('、')}）`,
    `     宛先: ${destinationText(line.destination)}`,
    `     プロトコル/ポート: ${serviceText(line)}`,
    '     方向: 当社クラスタ → オンプレミス ネットワーク（片方向）',
    `     現在の状態: ${TODAY[line.allowed.state]}`,
  ]
}

const TODAY = {
  yes: '許可済み（継続をお願いいたします）',
  no: '未許可（新規の許可をお願いいたします）',
  'nobody-asks': '当社では確認できません（ご確認をお願いいたします）',
} as const

const CHECKS: Readonly<Record<Check['code'], string>> = {
  connect: '接続の確認',
  capture: 'ノードから出るパケット',
  'nat-rule': '送信元を決めるルール',
  conntrack: 'ノードの接続追跡エントリ',
}

const indented = (check: Check): string => checkText(check, '（出力なし）').replaceAll(/^/gm, '   ')
