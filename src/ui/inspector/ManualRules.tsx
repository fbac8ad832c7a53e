import { useId } from 'react'
import { sentenceFor } from '../../i18n/messages.ts'
import type { Issue } from '../../scenario/issue.ts'
import { useOwnerOf } from '../../store/owners.ts'
import { usePlayground } from '../../store/playground.ts'
import { useEvaluation, useMessages } from '../../store/reading.ts'
import { typeManualRules } from '../../store/scenario-actions.ts'
import { Spoken } from '../kit/Spoken.tsx'
import './manual-rules.css'

/** What was typed on each node by hand: a field for each, with the tools' refusals at their lines. */
export function ManualRules() {
  const { ui, fill } = useMessages()
  const ownerOf = useOwnerOf()
  const nodes = usePlayground(({ scenario }) => scenario.document.nodes)
  const issues = useEvaluation()?.issues ?? []
  const words = ui.panels.settings
  return (
    <details className="manual-rules" open={nodes.some(({ manualRules }) => manualRules)}>
      <summary>{words.manual}</summary>
      <p>
        <Spoken sentence={fill(words.manualHint)} ownerOf={ownerOf} />
      </p>
      {nodes.map(({ name, manualRules = '' }, i) => (
        <NodeField
          key={name}
          node={name}
          text={manualRules}
          issues={issues.filter(({ path }) => path === `nodes.${i}.manualRules`)}
        />
      ))}
    </details>
  )
}

function NodeField({
  node,
  text,
  issues,
}: {
  readonly node: string
  readonly text: string
  readonly issues: readonly Issue[]
}) {
  const { ui, issues: table } = useMessages()
  const ownerOf = useOwnerOf()
  const id = useId()
  return (
    <div className="manual-node">
      <label htmlFor={id}>
        <span className="sr-only">{ui.panels.settings.manualField(node)}</span>
        <span aria-hidden="true" className="mono">
          {node}
        </span>
      </label>
      <textarea
        id={id}
        value={text}
        rows={Math.min(10, Math.max(2, text.split('\n').length))}
        aria-invalid={issues.length > 0}
        aria-describedby={issues.length > 0 ? `${id}-issues` : undefined}
        placeholder="iptables -t nat -I POSTROUTING -d 10.2.0.0/16 -j ACCEPT"
        autoCapitalize="off"
        spellCheck={false}
        onChange={(event) => typeManualRules(node, event.target.value)}
      />
      <div id={`${id}-issues`} role="alert" className="manual-issues">
        {issues.map((issue) => (
          <p key={`${issue.code} ${issue.line} ${issue.column}`}>
            {issue.line === null ? null : (
              <span className="config-place">{ui.config.place(issue.line, issue.column)} </span>
            )}
            <Spoken
              sentence={sentenceFor<Issue, 'code'>(table, 'code', { ...issue, path: '' })}
              ownerOf={ownerOf}
            />
          </p>
        ))}
      </div>
    </div>
  )
}
