import type { Generator } from '../remedy.ts'
import { sets } from './document-change.ts'

const FIELDS = ['externalTrafficPolicy', 'internalTrafficPolicy'] as const

/** A Service that sends only to Pods of the node that it was reached at, told to send to all. */
export const policyToCluster: Generator = ({ state, reason }) => {
  const named = 'service' in reason ? reason.service : ''
  const meant = (state.document.services ?? []).filter(({ namespace, name }) =>
    named.startsWith(`${namespace}/${name}`),
  )
  return meant.flatMap((service) =>
    FIELDS.filter((field) => service[field] === 'Local').map((field) =>
      sets(
        {
          code: 'policy-to-cluster',
          at: `service:${service.name}`,
          params: { service: service.name, field },
        },
        ['services', service.name, field],
        'Cluster',
      ),
    ),
  )
}
