import { sha1 } from '@noble/hashes/legacy.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { sameAddress } from '../net/address.ts'
import type { Pod } from '../topology/cluster.ts'
import type { NodeDevices } from './dataplane.ts'

/**
 * The host's end of a Pod's veth, where it is named after the Pod: `cali` of Calico, `eni` of the AWS VPC
 * CNI. Source: projectcalico/calico libcalico-go VethNameForWorkload, aws/amazon-vpc-cni-k8s
 * GenerateHostVethName; confirmed with a device of a lab.
 */
export function hostDevice(prefix: string, namespace: string, pod: string): string {
  return `${prefix}${bytesToHex(sha1(utf8ToBytes(`${namespace}.${pod}`))).slice(0, 11)}`
}

/** A node's devices under the names that they have where each is named after its Pod. */
export function namedAfterPods(
  prefix: string,
  pods: readonly Pod[],
): (had: NodeDevices) => NodeDevices {
  return ({ interfaces, routes }) => {
    const names = new Map(
      pods.flatMap(({ namespace, name, addresses, hostNetwork }) => {
        const dev = routes.find(({ to }) => addresses.some((own) => sameAddress(own, to.base)))?.dev
        return dev === undefined || hostNetwork
          ? []
          : [[dev, hostDevice(prefix, namespace, name)] as const]
      }),
    )
    const named = (dev: string): string => names.get(dev) ?? dev
    return {
      interfaces: interfaces.map((each) => ({ ...each, name: named(each.name) })),
      routes: routes.map((route) => ({ ...route, dev: named(route.dev) })),
    }
  }
}
