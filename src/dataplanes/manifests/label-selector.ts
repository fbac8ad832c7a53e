import type { Located } from '../../golang/json/value.ts'
import { memberOf, textAt } from './json-path.ts'

export type Labels = ReadonlyMap<string, string>

/** A selector of Kubernetes; all must hold, and an empty one selects everything. */
export interface LabelSelector {
  readonly requirements: readonly {
    readonly key: string
    readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist'
    readonly values: readonly string[]
  }[]
}

export const ANYTHING: LabelSelector = { requirements: [] }

/** Source: k8s.io/apimachinery, meta/v1 LabelSelector. */
export function readSelector(at: Located | null): LabelSelector {
  if (at === null) return ANYTHING
  const exact = [...labelsAt(memberOf(at, 'matchLabels')?.at ?? null)].map(
    ([key, value]) => ({ key, operator: 'In', values: [value] }) as const,
  )
  const list = memberOf(at, 'matchExpressions')?.at.value
  const expressions = list?.kind === 'array' ? list.items.flatMap(readExpression) : []
  return { requirements: [...exact, ...expressions] }
}

const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist'] as const

function readExpression(at: Located): LabelSelector['requirements'] {
  const operator = OPERATORS.find((each) => each === textAt(at, ['operator']))
  const list = memberOf(at, 'values')?.at.value
  const values = list?.kind === 'array' ? list.items.flatMap(textOf) : []
  return operator ? [{ key: textAt(at, ['key']) ?? '', operator, values }] : []
}

const textOf = ({ value }: Located): readonly string[] =>
  value.kind === 'string' ? [value.value] : []

export function labelsAt(at: Located | null): Labels {
  const members = at?.value.kind === 'object' ? at.value.members : []
  return new Map(
    members.flatMap(({ key, at: { value } }): [string, string][] =>
      value.kind === 'string' ? [[key, value.value]] : [],
    ),
  )
}

export const selects = ({ requirements }: LabelSelector, labels: Labels): boolean =>
  requirements.every((requirement) => holds(requirement, labels.get(requirement.key)))

function holds(
  { operator, values }: LabelSelector['requirements'][number],
  value: string | undefined,
): boolean {
  if (operator === 'Exists') return value !== undefined
  if (operator === 'DoesNotExist') return value === undefined
  const listed = value !== undefined && values.includes(value)
  return operator === 'In' ? listed : !listed
}
