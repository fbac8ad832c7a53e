import { expect, test } from 'vitest'
import { portName, serviceChain } from './chain-name.ts'

/** As they are on any cluster that has these Services. */
test.each([
  ['default', 'kubernetes', 'https', 'tcp', 'NPX46M4PTMTKRN6Y'],
  ['kube-system', 'kube-dns', 'dns', 'udp', 'TCOU7JCQXEZGVUNU'],
  ['kube-system', 'kube-dns', 'dns-tcp', 'tcp', 'ERIFXISQEP7F7OF4'],
  ['kube-system', 'kube-dns', 'metrics', 'tcp', 'JD5MR3NA4I4DYORP'],
])('The chain of %s/%s:%s over %s is KUBE-SVC-%s', (namespace, name, port, protocol, hash) => {
  expect(serviceChain('KUBE-SVC', portName({ namespace, name }, port), protocol)).toBe(
    `KUBE-SVC-${hash}`,
  )
})
