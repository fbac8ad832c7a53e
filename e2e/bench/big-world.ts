/** A scenario file of `nodes` nodes with `pods` Pods each, all addresses in their ranges, and some flows. */
export function bigWorld(nodes: number, pods: number, flows = 20): string {
  const numbers = (count: number) => Array.from({ length: count }, (_, i) => i)
  const podRange = (node: number) => `10.${8 + (node >> 8)}.${node & 255}`
  const podName = (node: number, pod: number) => `pod-${node + 1}-${pod + 1}`
  const sent = numbers(Math.min(flows, nodes * pods)).map((i) => {
    const from = podName((i * 7) % nodes, i % pods)
    const inside = podName((i * 13 + 1) % nodes, (i + 1) % pods)
    const to = i % 3 === 2 && inside !== from ? inside : ['server', 'public-dns'][i % 2]
    return `{ name: flow-${i + 1}, from: ${from}, to: ${to}, port: 443 }`
  })
  const lines = (items: readonly string[]) => items.map((item) => `  - ${item}`)
  return [
    'apiVersion: snat-playground/v1',
    'kind: Scenario',
    `metadata: { name: big-world, title: ${nodes} nodes with ${pods} Pods each }`,
    'clusters:',
    '  - { name: gke-cluster, podRanges: [10.8.0.0/13], serviceRange: 10.96.0.0/20, ipMasqAgent: manual }',
    'nodes:',
    ...lines(
      numbers(nodes).map(
        (n) =>
          `{ name: node-${n + 1}, address: 10.128.${n >> 7}.${(n & 127) + 10}, podRange: ${podRange(n)}.0/24 }`,
      ),
    ),
    'pods:',
    ...lines(
      numbers(nodes).flatMap((n) =>
        numbers(pods).map(
          (p) =>
            `{ name: ${podName(n, p)}, node: node-${n + 1}, addresses: [${podRange(n)}.${p + 2}] }`,
        ),
      ),
    ),
    'vpcs:',
    '  - name: vpc',
    '    subnets:',
    '      - { name: nodes, range: 10.128.0.0/20, secondaryRanges: [{ name: pods, range: 10.8.0.0/13 }] }',
    'cloudNats: [{ name: cloud-nat, addresses: [203.0.113.7], covers: [nodes, pods] }]',
    'attachments:',
    '  - { name: interconnect, router: cloud-router, advertises: [nodes], learns: [10.2.0.0/16], to: on-prem }',
    'onPrem:',
    '  - { name: on-prem, ranges: [10.2.0.0/16], firewall: { name: on-prem-firewall, allow: [10.128.0.0/20] } }',
    'endpoints:',
    '  - { name: server, address: 10.2.1.100, at: on-prem }',
    '  - { name: public-dns, address: 8.8.8.8, at: internet }',
    'metadataServer: 169.254.169.254',
    'flows:',
    ...lines(sent),
    '',
  ].join('\n')
}
