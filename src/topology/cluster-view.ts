import type { Cluster, Node, Pod, Service } from './cluster.ts'
import type { OnPremNetwork, Vpc } from './network.ts'
import type { Topology } from './topology.ts'

/** One cluster with what runs in it and what it stands in: all that a dataplane gets to see. */
export interface ClusterView {
  readonly cluster: Cluster
  readonly nodes: readonly Node[]
  readonly pods: readonly Pod[]
  readonly services: readonly Service[]
  readonly vpc: Vpc
  readonly onPrem: readonly OnPremNetwork[]
}

/** Null where no cluster has that name. */
export function clusterView(topology: Topology, name: string): ClusterView | null {
  const cluster = topology.clusters.find((each) => each.name === name)
  if (!cluster) return null
  const nodes = topology.nodes.filter((node) => node.cluster === name)
  const own = new Set(nodes.map((node) => node.name))
  return {
    cluster,
    nodes,
    pods: topology.pods.filter(({ node }) => own.has(node)),
    services: topology.services.filter((service) => service.cluster === name),
    vpc: topology.vpcs.find((vpc) => vpc.name === cluster.vpc) ?? NO_VPC,
    onPrem: topology.onPrem,
  }
}

const NO_VPC: Vpc = {
  name: '',
  subnets: [],
  routes: [],
  defaultRoute: false,
  dynamicRouting: 'global',
  firewall: null,
}

/** A cluster of which nothing can be read. */
export const NO_CLUSTER: ClusterView = {
  cluster: {
    name: '',
    vpc: '',
    podRanges: [],
    serviceRange: null,
    routesBased: false,
    gkeFirewall: false,
  },
  nodes: [],
  pods: [],
  services: [],
  vpc: NO_VPC,
  onPrem: [],
}
