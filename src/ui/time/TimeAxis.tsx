import type { Moment } from '../../scenario/timeline.ts'
import { usePlayground } from '../../store/playground.ts'
import { useEvaluation, useMessages } from '../../store/reading.ts'
import { sendFlow } from '../../store/scenario-actions.ts'
import { lookAt, useTime } from '../../store/time.ts'
import { Choice } from '../kit/Choice.tsx'
import './time.css'

/** From the last change to the last of its effects; each moment can be looked at. */
export function TimeAxis() {
  const { ui } = useMessages()
  const timeline = useEvaluation()?.timeline ?? []
  const { told, moment } = useTime()
  if (!told || timeline.length === 0) return null
  const now = moment ?? present(timeline)
  return (
    <section className="time" aria-label={ui.time.label}>
      <ol>
        {timeline.map((each) => (
          <li key={each.code}>
            <MomentButton moment={each} here={each.code === now} />
          </li>
        ))}
      </ol>
      <FlowAge />
    </section>
  )
}

/** Now: all that happens without further doing has happened. */
const present = (timeline: readonly Moment[]): Moment['code'] | undefined =>
  timeline.findLast(({ code }) => code === 'in-force')?.code ??
  timeline.findLast(({ code }) => code !== 'nodes-replaced')?.code

function MomentButton({
  moment: { code, atMost, assumption },
  here,
}: {
  readonly moment: Moment
  readonly here: boolean
}) {
  const { ui } = useMessages()
  return (
    <button
      type="button"
      className="moment"
      aria-pressed={here}
      title={assumption === null ? undefined : ui.time.supposed}
      onClick={() => lookAt(code)}
    >
      {ui.time.moments[code]}
      {atMost ? <small>{ui.time.within(atMost)}</small> : null}
    </button>
  )
}

/** A flow that began before the change keeps to what was decided then. */
function FlowAge() {
  const { ui } = useMessages()
  const flow = usePlayground(({ scenario }) => scenario.flow)
  const { existing, ...fresh } = flow
  return (
    <Choice
      label={ui.time.flow}
      showLabel
      options={[
        { id: 'fresh', label: ui.time.fresh },
        { id: 'existing', label: ui.time.existing },
      ]}
      chosen={existing === true ? 'existing' : 'fresh'}
      onChoose={(age) => sendFlow(age === 'existing' ? { ...fresh, existing: true } : fresh)}
    />
  )
}
