import type { Issue } from '../../scenario/issue.ts'
import { findThing } from '../../scenario/studio/document/find-thing.ts'
import type { ThingField as Field } from '../../scenario/studio/report/thing-report.ts'
import type { ThingId } from '../../scenario/studio/thing.ts'
import { thingOfPath, writtenPath } from '../../scenario/studio/thing-of-path.ts'
import { useThing } from '../../store/drawing-answers.ts'
import { useEditing } from '../../store/editing.ts'
import { makeEdits } from '../../store/edits.ts'
import { usePlayground } from '../../store/playground.ts'
import { useEvaluation } from '../../store/reading.ts'
import { boardElement } from './board-element.ts'
import { FieldTrouble } from './FieldTrouble.tsx'
import { renameThing } from './selected-things.ts'
import { ThingDeeds } from './ThingDeeds.tsx'
import { type FieldContext, ThingField } from './ThingField.tsx'
import { ThingLinks } from './ThingLinks.tsx'
import { kindOf, nameOf } from './thing-of.ts'
import { useStudioWords } from './use-studio-words.ts'
import './thing-panel.css'

/** What the selected thing is, what is wrong with it, and what can be done with it. */
export function ThingPanel() {
  const { properties } = useStudioWords()
  const selected = useEditing((state) => state.selected)
  const [thing] = selected
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leads back to the map
    <div
      className="panel thing-panel"
      onKeyDown={(event) => {
        if (event.key === 'Escape') boardElement()?.focus()
      }}
    >
      {thing === undefined ? <p className="panel-note">{properties.none}</p> : null}
      {selected.length > 1 ? <h2>{properties.several(selected.length)}</h2> : null}
      {thing !== undefined && selected.length === 1 ? <OneThing key={thing} thing={thing} /> : null}
      {selected.length > 1 ? <ThingDeeds things={selected} /> : null}
    </div>
  )
}

function OneThing({ thing }: { readonly thing: ThingId }) {
  const words = useStudioWords()
  const report = useThing(thing)
  const kind = kindOf(thing)
  const { context, general } = useFieldContext(thing)
  const [often, seldom] = halves(report?.fields ?? [])
  return (
    <>
      <h2 className="thing-title">
        <span>{kind === null ? words.internet : words.kinds[kind]}</span> {nameOf(thing)}
      </h2>
      <FieldTrouble issues={general} />
      <div className="thing-fields">
        {often.map((field) => (
          <ThingField key={field.path.join('.')} field={field} context={context} />
        ))}
      </div>
      {seldom.length === 0 ? null : (
        <details className="thing-more">
          <summary>{words.fields.more}</summary>
          <div className="thing-fields">
            {seldom.map((field) => (
              <ThingField key={field.path.join('.')} field={field} context={context} />
            ))}
          </div>
        </details>
      )}
      {report === null ? null : <ThingLinks report={report} />}
      <ThingDeeds things={[thing]} />
    </>
  )
}

/** What is set, or has to be, before what most things do without. */
function halves(fields: readonly Field[]): readonly [readonly Field[], readonly Field[]] {
  const isPlain = ({ control, optional, value }: Field): boolean =>
    !optional || (value !== undefined && !isEmpty(value)) || control === 'switch'
  return [fields.filter(isPlain), fields.filter((field) => !isPlain(field))]
}

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0

function useFieldContext(thing: ThingId) {
  const document = usePlayground(({ scenario }) => scenario.document)
  const evaluation = useEvaluation()
  const home = findThing(document, thing)?.path ?? []
  const chosen = usePlayground(({ scenario }) => scenario.flow.name)
  const written = ({ path }: Issue): string => writtenPath(document, path, chosen)
  const own = [...(evaluation?.issues ?? []), ...(evaluation?.warnings ?? [])].filter(
    (issue) => thingOfPath(document, written(issue)) === thing,
  )
  const troubleOf: FieldContext['troubleOf'] = (path) => {
    const at = [...home, ...path].join('.')
    return own.filter((issue) => `${written(issue)}.`.startsWith(`${at}.`))
  }
  const context: FieldContext = {
    kind: kindOf(thing) ?? '',
    locked: document.locked === true,
    troubleOf,
    onSet: (path, value) => void makeEdits([{ do: 'set', thing, path, value }]),
    onType: (path, value) =>
      path.length === 1 && path[0] === 'name'
        ? renameThing(thing, String(value ?? ''))
        : makeEdits([{ do: 'set', thing, path, value }], { quiet: true }),
  }
  const general = own.filter((issue) => written(issue) === home.join('.'))
  return { context, general }
}
