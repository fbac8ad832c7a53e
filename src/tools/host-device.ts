import { sha1 } from './sha1.ts'

/**
 * The host's end of a Pod's veth, where it is named after the Pod: `cali` of Calico, `eni` of the AWS VPC
 * CNI. Source: projectcalico/calico libcalico-go VethNameForWorkload, aws/amazon-vpc-cni-k8s
 * GenerateHostVethName; confirmed with a device of a lab.
 */
export function hostDevice(prefix: string, namespace: string, pod: string): string {
  // Kubernetes allows such names in ASCII alone.
  const bytes = [...`${namespace}.${pod}`].map((letter) => letter.charCodeAt(0))
  const digest = sha1(bytes).map((byte) => byte.toString(16).padStart(2, '0'))
  return `${prefix}${digest.join('').slice(0, 11)}`
}
