import { describe, expect, test } from 'vitest'
import { evaluate } from '../scenario/evaluate.ts'
import { BUILTINS } from '../scenario/fixtures/builtin-states.ts'
import type { ScenarioState } from '../scenario/state.ts'
import { isBlank, isListed, withFlow } from './chosen-flow.ts'
import {
  refusedName,
  turnedRound,
  withChosen,
  withDuplicate,
  withKept,
  withMoved,
  withName,
  withNewFlow,
  withoutChosen,
} from './flow-list.ts'

const opened = BUILTINS[0]
const names = ({ document }: ScenarioState) => document.flows.map(({ name }) => name)

test('a scenario opens with the first flow of its list chosen', () => {
  expect(isListed(opened)).toBe(true)
  expect(opened.flow.name).toBe(names(opened)[0])
})

describe('the chosen flow and the list say the same', () => {
  test('a field that is changed is changed in both', () => {
    const changed = withFlow(opened, { ...opened.flow, to: '8.8.8.8', port: 53 })
    expect(changed.document.flows[0]).toEqual(changed.flow)
    expect(isListed(changed)).toBe(true)
    expect(changed.document.flows.slice(1)).toEqual(opened.document.flows.slice(1))
  })

  test('choosing another leaves the list as it is', () => {
    const chosen = withChosen(opened, 'pod-to-internet')
    expect(chosen.flow.to).toBe('8.8.8.8')
    expect(chosen.document).toBe(opened.document)
    expect(withChosen(opened, 'nobody')).toBe(opened)
  })

  test('what a link sends apart from the list changes nothing in it, under whatever name', () => {
    const apart = { ...opened, flow: { ...opened.flow, sourcePort: 5555 } }
    expect(isListed(apart)).toBe(false)
    const changed = withFlow(apart, { ...apart.flow, port: 80 })
    expect(changed.document).toBe(opened.document)
    const kept = withKept(changed)
    expect(isListed(kept)).toBe(true)
    expect(names(kept)).toEqual([...names(opened), 'pod-to-endpoint-2'])
    expect(withKept(kept)).toBe(kept)
  })

  test('a flow that says what none said is the same as one that says false', () => {
    const { flow } = opened
    expect(isListed({ ...opened, flow: { ...flow, existing: false } })).toBe(true)
    expect(isListed({ ...opened, flow: { ...flow, existing: true } })).toBe(false)
  })
})

describe('the list', () => {
  test('a new flow comes after the chosen one, from the same sender to nowhere yet', () => {
    const added = withNewFlow(opened)
    expect(names(added)).toEqual([names(opened)[0], 'flow', ...names(opened).slice(1)])
    expect(added.flow).toEqual({ name: 'flow', from: 'pod-a', to: '', protocol: 'tcp' })
  })

  test('a duplicate gets the next free name', () => {
    const twice = withDuplicate(withDuplicate(opened))
    expect(names(twice).slice(0, 3)).toEqual([
      'pod-to-endpoint',
      'pod-to-endpoint-2',
      'pod-to-endpoint-3',
    ])
    expect(twice.flow.name).toBe('pod-to-endpoint-3')
  })

  test('a flow that is taken out takes what was expected of it along, and the one before is chosen', () => {
    const without = withoutChosen(withChosen(opened, 'node-to-endpoint'))
    expect(names(without)).not.toContain('node-to-endpoint')
    expect(without.document.expect.map(({ flow }) => flow)).not.toContain('node-to-endpoint')
    expect(without.flow.name).toBe('pod-to-endpoint')
  })

  test('after the last one nobody sends anything, and the next one finds a sender again', () => {
    const empty = names(opened).reduce((state) => withoutChosen(state), opened)
    expect(empty.document.flows).toEqual([])
    expect(isBlank(empty.flow)).toBe(true)
    expect(withNewFlow(empty).flow).toMatchObject({ name: 'flow', from: 'pod-a', to: '' })
  })

  test('a flow moves by one place, and not beyond the ends', () => {
    const [first = '', second = '', ...others] = names(opened)
    expect(names(withMoved(opened, 1))).toEqual([second, first, ...others])
    expect(withMoved(opened, -1)).toBe(opened)
    expect(isListed(withMoved(opened, 1))).toBe(true)
  })

  test('a name that files cannot hold, or that another flow has, is refused', () => {
    expect(refusedName(opened, 'ok-1')).toBeNull()
    expect(refusedName(opened, opened.flow.name)).toBeNull()
    expect(refusedName(opened, 'two words')).toBe('bad-name')
    expect(refusedName(opened, '')).toBe('bad-name')
    expect(refusedName(opened, 'pod-to-internet')).toBe('name-taken')
    expect(withName(opened, 'pod-to-internet')).toBe(opened)
  })

  test('a flow is turned round where one who can send is at the other end', () => {
    const { name } = opened.flow
    expect(turnedRound(opened)).toEqual({
      name,
      from: 'private-endpoint',
      to: 'pod-a',
      protocol: 'tcp',
      port: 443,
    })
    expect(turnedRound(withFlow(opened, { ...opened.flow, to: '192.0.2.1' }))).toBeNull()
  })

  test('what is expected of a flow follows its name', () => {
    const renamed = withName(opened, 'payments')
    expect(renamed.flow.name).toBe('payments')
    expect(names(renamed)[0]).toBe('payments')
    expect(renamed.document.expect[0]?.flow).toBe('payments')
    expect(isListed(renamed)).toBe(true)
  })
})

test('what is wrong with the chosen flow is told once, and with another one under its name', async () => {
  const broken = withFlow(opened, { ...opened.flow, to: 'nowhere' })
  const told = (await evaluate(broken)).issues.map(({ path }) => path)
  expect(told).toEqual(['flow.to'])
  const elsewhere = (await evaluate(withChosen(broken, 'pod-to-internet'))).issues
  expect(elsewhere.map(({ path }) => path)).toEqual(['flows.pod-to-endpoint.flow.to'])
})
