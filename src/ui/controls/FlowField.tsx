import { lazy, Suspense, useId, useState } from 'react'
import { sentenceFor } from '../../i18n/messages.ts'
import type { Issue } from '../../scenario/issue.ts'
import type { FlowSpec } from '../../scenario/state.ts'
import { useOwnerOf } from '../../store/owners.ts'
import { usePlayground } from '../../store/playground.ts'
import { useEvaluation, useMessages } from '../../store/reading.ts'
import { sendFlow } from '../../store/scenario-actions.ts'
import { IconButton } from '../kit/Button.tsx'
import { Choice } from '../kit/Choice.tsx'
import { MoreIcon } from '../kit/icons.tsx'
import { Spoken } from '../kit/Spoken.tsx'
import { DestinationField } from './DestinationField.tsx'
import { FlowsButton } from './FlowsButton.tsx'
import { fetchFlowMore } from './fetch-flow-more.ts'
import { SenderField } from './SenderField.tsx'

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
export function FlowField({
  list,
  listed,
  onList,
}: {
  /** Id of the list of flows. */
  readonly list: string
  readonly listed: boolean
  readonly onList: () => void
}) {
  const { ui } = useMessages()
  const troubles = useId()
  const flow = usePlayground((state) => state.scenario.flow)
  const issues = useFlowIssues()
  const [wanted, setWanted] = useState<boolean | null>(null)
  const more = wanted ?? isSpecial(flow)
  return (
    <fieldset className="flow">
      <legend className="sr-only">{ui.flow.label}</legend>
      <FlowsButton list={list} open={listed} onToggle={onList} />
      <SenderField
        chosen={flow.from}
        troubles={isWrong(issues, SENDER) ? troubles : null}
        onChoose={(from) => sendFlow({ ...flow, from })}
      />
      <span aria-hidden="true">→</span>
      <DestinationField
        flow={flow}
        troubles={isWrong(issues, DESTINATION) ? troubles : null}
        onSend={({ to, port }) => {
          const { port: _, ...rest } = flow
          sendFlow({ ...rest, to, ...(port === undefined ? {} : { port }) })
        }}
      />
      <Choice
        label={ui.flow.protocol}
        options={protocolsWith(flow.protocol).map((id) => ({ id, label: id }))}
        chosen={String(flow.protocol)}
        onChoose={(id) => {
          const { port: _, icmpType: __, ...rest } = flow
          const protocol = PROTOCOLS.find((name) => name === id) ?? Number(id)
          sendFlow(
            protocol === 'icmp' ? { ...rest, protocol } : { ...rest, ...portOf(flow), protocol },
          )
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
              sendFlow(changed)
            }}
          />
        </Suspense>
      ) : null}
      <FlowIssues id={troubles} issues={issues} />
    </fieldset>
  )
}

const portOf = ({ port }: FlowSpec) => (port === undefined ? {} : { port })

const SENDER = ['flow.from', 'flow.sourceAddress']
const DESTINATION = ['flow.to', 'flow.port']

const isWrong = (issues: readonly Issue[], paths: readonly string[]): boolean =>
  issues.some(({ path }) => paths.includes(path))

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
        <p key={`${issue.path} ${issue.code}`} data-code={issue.code}>
          <Spoken sentence={sentenceFor<Issue, 'code'>(table, 'code', issue)} ownerOf={ownerOf} />
        </p>
      ))}
    </div>
  )
}
