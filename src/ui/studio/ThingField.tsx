import { useId, useState } from 'react'
import type { StudioWords } from '../../i18n/studio-words.ts'
import type { ThingField as Field } from '../../scenario/studio/report/thing-report.ts'
import type { EditOutcome } from '../../store/edits.ts'
import { Button } from '../kit/Button.tsx'
import { Choice } from '../kit/Choice.tsx'
import { Switch } from '../kit/Switch.tsx'
import { useWritten } from '../settings/use-written.ts'
import { FieldTrouble } from './FieldTrouble.tsx'
import { type FieldText, fieldText, fieldValue } from './field-text.ts'
import { NameRefused } from './NameRefused.tsx'
import type { Refused } from './use-renaming.ts'
import { useStudioWords } from './use-studio-words.ts'

/** What every field of a panel needs to know. */
export interface FieldContext {
  readonly kind: string
  readonly locked: boolean
  readonly onSet: (path: Field['path'], value: unknown) => void
  /** For a field that tells a refusal itself. */
  readonly onType: (path: Field['path'], value: unknown) => Promise<EditOutcome>
  /** Ids of issues are by the field's path. */
  readonly troubleOf: (
    path: Field['path'],
  ) => readonly Parameters<typeof FieldTrouble>[0]['issues'][number][]
}

export function labelOf({ fields: { labels } }: StudioWords, kind: string, key: string): string {
  return labels[`${kind}.${key}`] ?? labels[key.replace(/^.*\./, '')] ?? key
}

/** One field of a thing, typed in as its kind of value asks for. */
export function ThingField({
  field,
  context,
}: {
  readonly field: Field
  readonly context: FieldContext
}) {
  switch (field.control) {
    case 'switch':
      return <SwitchField field={field} context={context} />
    case 'choice':
      return <ChoiceField field={field} context={context} />
    case 'group':
      return <GroupField field={field} context={context} />
    case 'objects':
      return <ObjectsField field={field} context={context} />
    default:
      return <TypedField field={field} context={context} text={fieldText(field)} />
  }
}

interface Props {
  readonly field: Field
  readonly context: FieldContext
}

function SwitchField({ field, context }: Props) {
  const words = useStudioWords()
  return (
    <div className="thing-field" data-control="switch">
      <Switch
        label={labelOf(words, context.kind, field.key)}
        checked={(field.value ?? field.implied) === true}
        disabled={context.locked}
        onChange={(checked) => context.onSet(field.path, checked)}
      />
      <FieldTrouble issues={context.troubleOf(field.path)} />
    </div>
  )
}

const ABSENT = ''

function ChoiceField({ field, context }: Props) {
  const words = useStudioWords()
  const { options = [], optional, implied, value } = field
  const absent = implied === undefined ? words.fields.absent : `${implied}`
  const shown = options.map((id) => ({ id, label: id }))
  return (
    <div className="thing-field">
      <Choice
        showLabel
        label={labelOf(words, context.kind, field.key)}
        disabled={context.locked}
        options={
          optional && implied === undefined ? [{ id: ABSENT, label: absent }, ...shown] : shown
        }
        chosen={String(value ?? implied ?? ABSENT)}
        onChoose={(id) => context.onSet(field.path, id === ABSENT ? undefined : id)}
      />
      <FieldTrouble issues={context.troubleOf(field.path)} />
    </div>
  )
}

/** Written when one is done: Enter, or leaving the field. Escape takes back what was typed. */
function TypedField({ field, context, text }: Props & { readonly text: FieldText }) {
  const words = useStudioWords()
  const id = useId()
  const [refused, setRefused] = useState<Refused | null>(null)
  const written = useWritten(text.text, (typed) => {
    void context.onType(field.path, fieldValue(field, typed)).then((outcome) => {
      setRefused(outcome.ok ? null : outcome)
    })
  })
  const trouble = context.troubleOf(field.path)
  const isWrong = trouble.length > 0 || refused !== null
  const type = (typed: string) => {
    setRefused(null)
    written.type(typed)
  }
  const giveUp = () => {
    setRefused(null)
    written.giveUp()
  }
  const shared = {
    id,
    value: written.text,
    disabled: context.locked,
    'aria-invalid': isWrong,
    'aria-describedby': isWrong ? `${id}-refused ${id}-trouble` : undefined,
    placeholder: field.implied === undefined ? words.fields.absent : String(field.implied),
    spellCheck: false,
    autoComplete: 'off',
    autoCapitalize: 'off',
    onBlur: written.write,
  }
  return (
    <div className="thing-field" data-control={field.control}>
      <label htmlFor={id}>{labelOf(words, context.kind, field.key)}</label>
      {text.lines === 1 ? (
        <input
          {...shared}
          list={field.options === undefined ? undefined : `${id}-options`}
          onChange={(event) => type(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') written.write()
            if (event.key === 'Escape') giveUp()
          }}
        />
      ) : (
        <textarea
          {...shared}
          rows={text.lines}
          title={field.control === 'labels' ? words.fields.labelLines : words.fields.onePerLine}
          onChange={(event) => type(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') giveUp()
          }}
        />
      )}
      {field.options === undefined || text.lines > 1 ? null : (
        <datalist id={`${id}-options`}>
          {field.options.map((option) => (
            <option key={option} value={option} />
          ))}
        </datalist>
      )}
      {refused === null ? null : <NameRefused id={`${id}-refused`} refused={refused} />}
      <FieldTrouble id={`${id}-trouble`} issues={trouble} />
    </div>
  )
}

function GroupField({ field, context }: Props) {
  const words = useStudioWords()
  const label = labelOf(words, context.kind, field.key)
  const there = field.value !== undefined
  return (
    <fieldset className="thing-group">
      <legend>{label}</legend>
      {there
        ? field.fields?.map((inner) => (
            <ThingField key={inner.key} field={inner} context={context} />
          ))
        : null}
      {field.optional ? (
        <Button
          look="quiet"
          disabled={context.locked}
          onClick={() => context.onSet(field.path, there ? undefined : field.fresh)}
        >
          {there ? words.fields.removeOne(label) : words.fields.addOne(label)}
        </Button>
      ) : null}
    </fieldset>
  )
}

function ObjectsField({ field, context }: Props) {
  const words = useStudioWords()
  const label = labelOf(words, context.kind, field.key)
  const held: readonly unknown[] = Array.isArray(field.value) ? field.value : []
  return (
    <fieldset className="thing-group">
      <legend>{label}</legend>
      {field.members?.map((member, i) => (
        <div key={member[0]?.path.join('.') ?? i} className="thing-member">
          {member.map((inner) => (
            <ThingField key={inner.key} field={inner} context={context} />
          ))}
          <Button
            look="quiet"
            disabled={context.locked}
            onClick={() => context.onSet(field.path, held.toSpliced(i, 1))}
          >
            {words.fields.removeOne(`${label} ${i + 1}`)}
          </Button>
        </div>
      ))}
      <Button
        look="quiet"
        disabled={context.locked}
        onClick={() => context.onSet(field.path, [...held, field.fresh])}
      >
        {words.fields.addOne(label)}
      </Button>
    </fieldset>
  )
}
