import { lazy, Suspense, useId, useState } from 'react'
import { sentenceFor } from '../../i18n/messages.ts'
import type { Issue } from '../../scenario/issue.ts'
import type { FlowSpec } from '../../scenario/state.ts'
import { useOwnerOf } from '../../store/owners.ts'
import { playground, usePlayground } from '../../store/playground.ts'
import { useEvaluation, useMessages } from '../../store/reading.ts'
import { sendFlow } from '../../store/scenario-actions.ts'
import { IconButton } from '../kit/Button.tsx'
import { Choice } from '../kit/Choice.tsx'
import { MoreIcon } from '../kit/icons.tsx'
import { Spoken } from '../kit/Spoken.tsx'
import { DestinationField } from './DestinationField.tsx'
import { fetchFlowMore } from './fetch-flow-more.ts'
import { flowTo } from './known-destinations.ts'
import { SenderChoice } from './SenderChoice.tsx'

const PROTOCOLS = ['tcp', 'udp', 'icmp', 'sctp'] as const

/** The usual ones, and the one that is chosen. */
const protocolsWith = (chosen: FlowSpec['protocol']): readonly string[] =>
  typeof chosen === 'number' ? [...PROTOCOLS, String(chosen)] : PROTOCOLS

const FlowMore = lazy(() => fetchFlowMore().then((chunk) => ({ default: chunk.FlowMore })))

/** Is anything set that is only seen among the fields seldom set? */
const isSpecial = (flow: FlowSpec): boolean =>
  typeof flow.protocol === 'number' ||
  flow.icmpType !== undefined ||
  flow.sourceAddress !== undefined ||
  flow.existing === true

/** Who sends what to whom, and right there what is wrong with it. */
export function FlowField() {
  const { ui } = useMessages()
  const troubles = useId()
  const flow = usePlayground((state) => state.scenario.flow)
  const issues = useFlowIssues()
  const [wanted, setWanted] = useState<boolean | null>(null)
  const more = wanted ?? isSpecial(flow)
  return (
    <fieldset className="flow">
      <legend>{ui.flow.label}</legend>
      <SenderChoice chosen={flow.from} onChoose={(from) => send({ ...flow, from })} />
      <span aria-hidden="true">→</span>
      <DestinationField
        flow={flow}
        troubles={issues.length > 0 ? troubles : null}
        onSend={({ to, port }) => {
          const { port: _, ...rest } = flow
          send({ ...rest, to, ...(port === undefined ? {} : { port }) })
        }}
      />
      <Choice
        label={ui.flow.protocol}
        options={protocolsWith(flow.protocol).map((id) => ({ id, label: id }))}
        chosen={String(flow.protocol)}
        onChoose={(id) => {
          const { port: _, icmpType: __, ...rest } = flow
          const protocol = PROTOCOLS.find((name) => name === id) ?? Number(id)
          send(protocol === 'icmp' ? { ...rest, protocol } : { ...rest, ...portOf(flow), protocol })
        }}
      />
      <IconButton
        look="quiet"
        label={ui.panels.settings.more}
        aria-expanded={more}
        onClick={() => setWanted(!more)}
      >
        <MoreIcon />
      </IconButton>
      {more ? (
        <Suspense>
          <FlowMore
            flow={flow}
            onSend={(changed) => {
              // What was taken out here can be put back here.
              setWanted(true)
              send(changed)
            }}
          />
        </Suspense>
      ) : null}
      <FlowIssues id={troubles} issues={issues} />
    </fieldset>
  )
}

const portOf = ({ port }: FlowSpec) => (port === undefined ? {} : { port })

function send(flow: FlowSpec): void {
  sendFlow(flowTo(playground().getState().scenario.document, flow))
}

function useFlowIssues(): readonly Issue[] {
  const issues = useEvaluation()?.issues ?? []
  return issues.filter(({ path }) => path.startsWith('flow.'))
}

function FlowIssues({ id, issues }: { readonly id: string; readonly issues: readonly Issue[] }) {
  const { issues: table } = useMessages()
  const ownerOf = useOwnerOf()
  return (
    <div id={id} className="flow-issues" role="alert">
      {issues.map((issue) => (
        <p key={`${issue.path} ${issue.code}`}>
          <Spoken sentence={sentenceFor<Issue, 'code'>(table, 'code', issue)} ownerOf={ownerOf} />
        </p>
      ))}
    </div>
  )
}
