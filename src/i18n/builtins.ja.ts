import type { BuiltinTitles } from './builtins.en.ts'

export const builtinsJa: BuiltinTitles = {
  groups: {
    'gke-standard': 'GKE Standard',
  },
  titles: {
    'private-endpoint-as-is': 'Interconnect 経由のプライベート エンドポイント · 現状',
    'private-endpoint-to-be': 'Interconnect 経由のプライベート エンドポイント · 変更後',
    'default-snat-off': 'デフォルト SNAT オフ、Cloud NAT は Pod 範囲も対象',
    'default-snat-off-uncovered': 'デフォルト SNAT オフ、Cloud NAT はノード範囲のみ',
    'masquerade-link-local': 'メタデータ サーバー、リンクローカルをマスカレード',
  },
}
