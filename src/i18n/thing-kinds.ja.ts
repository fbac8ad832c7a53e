import type { ThingKind } from '../scenario/studio/thing.ts'

/** What things are called, wherever they are spoken of. */
export const thingKindsJa: Readonly<Record<ThingKind, string>> = {
  vpc: 'VPC',
  subnet: 'サブネット',
  cluster: 'クラスタ',
  node: 'ノード',
  pod: 'Pod',
  service: 'Service',
  'cloud-nat': 'Cloud NAT',
  attachment: 'アタッチメント',
  peering: 'ピアリング',
  'on-prem': 'オンプレミス ネットワーク',
  firewall: 'ファイアウォール',
  endpoint: 'ホスト',
  metadata: 'メタデータ サーバー',
  flow: 'フロー',
}
