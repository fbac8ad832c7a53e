import type { AwsWords } from './codes.ts'

export const words: AwsWords = {
  name: 'AWS VPC CNI',
  about:
    'VPC の外へ出るパケットは、除外された範囲宛てでない限り、プライマリ ENI のプライマリ アドレスで出ます。',
  origins: {
    'aws-jump': 'CNI の入口です。ノードを出るすべてのパケットがこのチェーンに進みます。',
    'aws-vpc-range':
      'VPC 自身の範囲です。この中では Pod のアドレスがルーティングできるため、送信元を維持します。',
    'aws-excluded-range': '`AWS_VPC_K8S_CNI_EXCLUDE_SNAT_CIDRS` で指定された範囲です。',
    'aws-excluded-range@line':
      '{line} 行目、`AWS_VPC_K8S_CNI_EXCLUDE_SNAT_CIDRS` で指定された範囲です。',
    'aws-snat':
      '維持の対象でないものは、どのインターフェースから出ても、プライマリ ENI のプライマリ アドレスになります。',
    'aws-outbound': 'Pod が始めた新しいフローに、プライマリ ENI へ導くマークが要るかを調べます。',
    'aws-unmarked-range': 'この範囲宛てのフローは送信元を維持するため、マークは要りません。',
    'aws-connmark': '変換されるフローにマークを付け、プライマリ ENI から出るようにします。',
    'aws-restore-mark': 'この後のルーティングのため、フローのマークをパケットに写します。',
  },
  writers: { 'aws-node': 'aws-node' },
  agentWhy: {},
  notes: {
    'aws-not-a-range':
      '`{variable}` の `{text}` は CIDR ではないため、CNI はログに残して読み飛ばします。',
    'aws-ipv6-range':
      '`{variable}` の `{text}` は IPv6 の範囲のため、CNI はログに残して読み飛ばします。',
    'aws-not-a-bool':
      '`{text}` は Go の真偽値ではないため、`{variable}` はデフォルトの `{fallback}` のままです。',
    'aws-unknown-random':
      '`{text}` は `{variable}` の値ではないため、CNI はログに残して `{fallback}` を使います。',
    'aws-bad-connmark': '`{text}` はマークではないため、CNI は `{fallback}` を使います。',
    'aws-range-normalised': '`{text}` はホスト部を消して {range} と読まれます。',
    'aws-exclusions-unused':
      '外部 SNAT ではルールが書かれないため、除外された範囲に効果はありません。',
    'aws-wrong-name':
      'CNI の DaemonSet とコンテナの名前は `aws-node` です。`{found}` という名前のこのリソースの変数は読まれません。',
  },
  assumptions: {
    'aws-vpc-ranges':
      'VPC の CIDR ブロックはサブネットの範囲と同じとみなしています。実際の CNI はインスタンス メタデータに問い合わせます。',
  },
  refusedBy: {},
  settings: {
    externalSnat: {
      label: '外部 SNAT',
      help: 'ノードの外の NAT ゲートウェイが変換します。CNI は SNAT ルールを書かず、Pod は自分のアドレスで出ます。',
    },
    excludeSnatCidrs: {
      label: '除外する範囲',
      help: 'VPC の範囲のほかに Pod が自分のアドレスを維持する IPv4 の範囲です。カンマで区切ります。',
    },
    randomizeSnat: {
      label: 'ポートの選び方',
      help: '`prng` はすべての送信元ポートを無作為に、`hashrandom` はハッシュで選び、`none` は空いている間維持します。',
    },
  },
}
