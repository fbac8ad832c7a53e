import type { BuiltinTitles } from './builtins.en.ts'

export const builtinsJa: BuiltinTitles = {
  groups: {
    'gke-standard': 'GKE Standard',
    'gke-autopilot': 'GKE Autopilot',
    calico: 'Calico',
  },
  titles: {
    'private-endpoint-as-is': 'Interconnect 経由のプライベート エンドポイント · 現状',
    'private-endpoint-to-be': 'Interconnect 経由のプライベート エンドポイント · 変更後',
    'default-snat-off': 'デフォルト SNAT オフ、Cloud NAT は Pod 範囲も対象',
    'default-snat-off-uncovered': 'デフォルト SNAT オフ、Cloud NAT はノード範囲のみ',
    'masquerade-link-local': 'メタデータ サーバー、リンクローカルをマスカレード',
    'manual-rules-one-node': '1 つのノードだけに手動で入力したルール',
    'autopilot-egress-nat-policy': 'GKE が作成する下り NAT ポリシー',
    'autopilot-private-service-connect': 'プライベート エンドポイント向けに絞った下り NAT ポリシー',
    'calico-nat-outgoing': 'natOutgoing、インターネットへの ping',
    'calico-disabled-pool': '無効にしたプールを例外として使う',
  },
}
