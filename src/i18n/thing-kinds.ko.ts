import type { ThingKind } from '../scenario/studio/thing.ts'

/** What things are called, wherever they are spoken of. */
export const thingKindsKo: Readonly<Record<ThingKind, string>> = {
  vpc: 'VPC',
  subnet: '서브넷',
  cluster: '클러스터',
  node: '노드',
  pod: 'Pod',
  service: 'Service',
  'cloud-nat': 'Cloud NAT',
  attachment: '연결',
  peering: '피어링',
  'on-prem': '온프레미스 네트워크',
  firewall: '방화벽',
  endpoint: '호스트',
  metadata: '메타데이터 서버',
  flow: '흐름',
}
