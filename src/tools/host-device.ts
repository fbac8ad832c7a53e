import { sha1 } from '@noble/hashes/legacy.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * The host's end of a Pod's veth, where it is named after the Pod: `cali` of Calico, `eni` of the AWS VPC
 * CNI. Source: projectcalico/calico libcalico-go VethNameForWorkload, aws/amazon-vpc-cni-k8s
 * GenerateHostVethName; confirmed with a device of a lab.
 */
export function hostDevice(prefix: string, namespace: string, pod: string): string {
  return `${prefix}${bytesToHex(sha1(utf8ToBytes(`${namespace}.${pod}`))).slice(0, 11)}`
}
