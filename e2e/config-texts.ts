/** ConfigMaps as they are typed or pasted into the editor. */

/** A manifest whose file `config` is the given text; that text starts in line 8. */
export const manifest = (config: string): string =>
  [
    'apiVersion: v1',
    'kind: ConfigMap',
    'metadata:',
    '  name: ip-masq-agent',
    '  namespace: kube-system',
    'data:',
    '  config: |',
    ...config
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => `    ${line}`),
    '',
  ].join('\n')

/** As an article printed it: the key ends in a capital S, a comment in Korean, a space before a colon. */
export const ARTICLE = manifest(`nonMasqueradeCIDRS:
  # 10.0.0.0/8 대역 외 기본 비 마스커레이딩 영역은 유지
  - 172.16.0.0/12
  - 192.168.0.0/16
  - 100.64.0.0/10
  - 192.0.0.0/24
  - 192.0.2.0/24
  - 192.88.99.0/24
  - 198.18.0.0/15
  - 198.51.100.0/24
  - 203.0.113.0/24
  - 240.0.0.0/4
  # 운영 서브넷 대역을 추가
  - 10.1.1.0/24
masqLinkLocal : false
resyncInterval : 60s`)

export interface Mistake {
  readonly what: string
  readonly text: string
  /** The tool that refuses it, in whose words, and where it is in the text. */
  readonly by: string
  readonly says: string
  readonly line: number
}

const cannot = (got: string): string =>
  `json: cannot unmarshal ${got} into Go struct field MasqConfig.nonMasqueradeCIDRs of type []string`

/** What agent v2.10.0 and kubectl v1.28 said to these. */
export const MISTAKES: readonly Mistake[] = [
  {
    what: 'a CIDR that is not aligned',
    text: manifest('nonMasqueradeCIDRs:\n  - 172.16.0.0/12\n  - 10.0.0.1/8\n'),
    by: 'ip-masq-agent',
    says: 'CIDR "10.0.0.1/8" is not aligned to a CIDR block, ip: "10.0.0.1" network: "10.0.0.0/8"',
    line: 10,
  },
  {
    what: 'a tab',
    text: manifest('nonMasqueradeCIDRs:\n\t- 10.0.0.0/8\n'),
    by: 'ip-masq-agent',
    says: 'yaml: line 2: found character that cannot start any token',
    line: 9,
  },
  {
    what: 'bullets that are en dashes',
    text: manifest(
      'nonMasqueradeCIDRs:\n  – 10.1.1.0/24\n  – 10.1.2.0/24\nmasqLinkLocal : false\n',
    ),
    by: 'ip-masq-agent',
    says: cannot('string'),
    line: 9,
  },
  {
    what: 'a string instead of a list',
    text: manifest('nonMasqueradeCIDRs: 10.0.0.0/8\n'),
    by: 'ip-masq-agent',
    says: cannot('string'),
    line: 8,
  },
  {
    what: 'a manifest whose data lacks its colon',
    text: manifest('masqLinkLocal: true\n').replace('\ndata:', '\ndata'),
    by: 'kubectl',
    says: "error: error parsing configmap.yaml: error converting YAML to JSON: yaml: line 7: could not find expected ':'",
    line: 7,
  },
]
