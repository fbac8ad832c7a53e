import type { Walk } from '../../../engine/trace.ts'
import type { NodeRules } from '../../../scenario/evaluation.ts'
import { useOwnerOf } from '../../../store/owners.ts'
import { useMessages } from '../../../store/reading.ts'
import { Spoken } from '../../kit/Spoken.tsx'
import { chainsNotEntered } from './chain-lines.ts'

/** Chains that exist on the node and that this packet never saw, as iptables-save prints them. */
export function NotEntered({ rules, walk }: { readonly rules: NodeRules; readonly walk: Walk }) {
  const { ui } = useMessages()
  const ownerOf = useOwnerOf()
  return chainsNotEntered(rules, walk).map((chain) => (
    <details key={chain.name} className="not-entered">
      <summary>
        <Spoken
          sentence={ui.panels.inspector.notEntered(chain.name, ui.chain.rules(chain.rules.length))}
          ownerOf={ownerOf}
        />
      </summary>
      <ol className="mono">
        {chain.rules.map(({ ref, text }) => (
          <li key={ref.id}>{text}</li>
        ))}
      </ol>
    </details>
  ))
}
