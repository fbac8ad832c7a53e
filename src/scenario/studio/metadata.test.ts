import { expect, test } from 'vitest'
import { evaluate } from '../evaluate.ts'
import { copyThings } from './copy-things.ts'
import { describeThing } from './describe-thing.ts'
import type { Edit } from './edit.ts'
import { EMPTY_SCENARIO } from './empty-scenario.ts'
import { add, connect, draw, refusal } from './fixtures/draw.ts'

const ID = 'metadata:metadata-server'
const ALONE = draw(EMPTY_SCENARIO, add('metadata'))
const WITH_POD = draw(ALONE, add('vpc'), add('cluster'), add('node'), add('pod'))

test('a metadata server has the address that it has everywhere, and is drawn', async () => {
  expect(ALONE.document.metadataServer).toBe('169.254.169.254')
  const { places } = (await evaluate(ALONE)).map
  expect(places.map(({ id }) => id)).toContain(ID)
  expect(describeThing(ALONE, ID)?.fields).toMatchObject([
    { path: ['metadataServer'], control: 'address', optional: false },
  ])
})

test.each<[string, Edit, string]>([
  ['a second one', add('metadata'), 'already-there'],
  ['a copy', { do: 'duplicate', things: [ID] }, 'already-there'],
  ['another name', { do: 'rename', thing: ID, name: 'other' }, 'name-fixed'],
  ['another home', { do: 'nest', things: [ID], parent: 'vpc:vpc-1' }, 'cannot-connect'],
  ['no address', { do: 'set', thing: ID, path: ['metadataServer'], value: null }, 'missing-field'],
])('%s is refused', (_, edit, code) => {
  expect(refusal(WITH_POD, edit)?.code).toBe(code)
})

test('its address changes as typed, and what is wrong with it is told there', async () => {
  const edit: Edit = { do: 'set', thing: ID, path: ['metadataServer'], value: '169.' }
  const { issues } = await evaluate(draw(WITH_POD, edit))
  expect(issues).toMatchObject([{ code: 'bad-address', path: 'metadataServer' }])
})

test('connected with a Pod it is asked at port 80, and disconnecting takes that back', () => {
  const asked = draw(WITH_POD, connect('pod:pod-1', ID))
  expect(asked.flow).toMatchObject({ from: 'pod-1', to: '169.254.169.254', port: 80 })
  const back = draw(asked, { do: 'disconnect', from: 'pod:pod-1', to: ID })
  expect(back.document).toEqual(WITH_POD.document)
})

test('it is removed, and comes back with what was copied; one that is there stays', () => {
  const text = copyThings(WITH_POD.document, [ID, 'pod:pod-1'])
  const paste: Edit = { do: 'paste', text, parent: null }
  const gone = draw(WITH_POD, { do: 'remove', things: [ID] })
  expect(gone.document).not.toHaveProperty('metadataServer')
  expect(draw(gone, paste).document.metadataServer).toBe('169.254.169.254')
  const other = draw(WITH_POD, {
    do: 'set',
    thing: ID,
    path: ['metadataServer'],
    value: '169.254.0.1',
  })
  expect(draw(other, paste).document).toMatchObject({ metadataServer: '169.254.0.1' })
})
