import type { Printout } from '../../dataplanes/dataplane.ts'
import { useMessages } from '../../store/reading.ts'
import './printouts.css'

/** What the system's own commands print on a node, as a terminal shows it. */
export function Printouts({ printouts }: { readonly printouts: readonly Printout[] }) {
  const { ui } = useMessages()
  if (printouts.length === 0) return null
  return (
    <section className="printouts">
      <h2>{ui.panels.settings.onNode}</h2>
      {printouts.map(({ command, text }, i) => (
        <details key={command} open={i === 0}>
          <summary>
            <code>$ {command}</code>
          </summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
          <pre tabIndex={0}>
            <code>{text.trimEnd()}</code>
          </pre>
        </details>
      ))}
    </section>
  )
}
