import { use } from 'react'
import type { FlowsWords } from '../../i18n/flows-words.ts'
import { loadFlowsWords } from '../../i18n/load-flows-words.ts'
import type { Evaluation } from '../../scenario/evaluation.ts'
import type { FlowSpec, ScenarioState } from '../../scenario/state.ts'
import { indexOfChosen, isBlank } from '../../store/chosen-flow.ts'
import { addFlow } from '../../store/flow-actions.ts'
import { usePlayground } from '../../store/playground.ts'
import { useEvaluation, useMessages } from '../../store/reading.ts'
import { Button } from '../kit/Button.tsx'
import { FlowRow } from './FlowRow.tsx'
import { FlowTools } from './FlowTools.tsx'
import './flow-list.css'

/** Every flow with what becomes of it; the chosen one is the one on the map. */
export function FlowList({ id }: { readonly id: string }) {
  const { language } = useMessages()
  const words = use(loadFlowsWords(language))
  const scenario = usePlayground((state) => state.scenario)
  const { pods, nodes, endpoints, flows } = scenario.document
  const nobody = pods.length + nodes.length + endpoints.length === 0
  const none = flows.length === 0 && isBlank(scenario.flow)
  return (
    <section id={id} className="flow-list" aria-label={words.title}>
      <div className="flow-tools">
        {none ? <p>{nobody ? words.nobody : words.empty}</p> : <FlowTools words={words} />}
        {nobody ? null : (
          <Button
            onClick={() => {
              addFlow()
              document
                .querySelector<HTMLInputElement>('.flow-end[data-of="destinations"] input')
                ?.focus()
            }}
          >
            {words.acts.add}
          </Button>
        )}
      </div>
      {none ? null : <FlowTable words={words} scenario={scenario} />}
    </section>
  )
}

function FlowTable({
  words,
  scenario,
}: {
  readonly words: FlowsWords
  readonly scenario: ScenarioState
}) {
  const evaluation = useEvaluation()
  const { flows } = scenario.document
  const chosen = indexOfChosen(scenario)
  const { columns } = words
  return (
    <div className="flow-scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">{columns.flow}</th>
            <th scope="col">{columns.way}</th>
            <th scope="col">{columns.age}</th>
            <th scope="col">{columns.verdict}</th>
            <th scope="col">{columns.seen}</th>
          </tr>
        </thead>
        <tbody>
          {flows.map((flow, i) => (
            <FlowRow
              key={flow.name}
              words={words}
              flow={flow}
              state={i === chosen ? 'chosen' : 'listed'}
              {...toldOf(evaluation, flow, i === chosen)}
            />
          ))}
          {chosen === -1 && !isBlank(scenario.flow) ? (
            <FlowRow
              words={words}
              flow={scenario.flow}
              state="apart"
              {...toldOf(evaluation, scenario.flow, true)}
            />
          ) : null}
        </tbody>
      </table>
    </div>
  )
}

/** What the engine says of a flow: its trace, or what is wrong with it. */
function toldOf(evaluation: Evaluation | null, { name }: FlowSpec, chosen: boolean) {
  const path = chosen ? 'flow.' : `flows.${name}.`
  return {
    trace: chosen
      ? (evaluation?.trace ?? null)
      : (evaluation?.flows.find((flow) => flow.name === name)?.trace ?? null),
    issue: evaluation?.issues.find((issue) => issue.path.startsWith(path)) ?? null,
  }
}
