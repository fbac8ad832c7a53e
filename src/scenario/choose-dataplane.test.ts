import { expect, test } from 'vitest'
import { DATAPLANE_IDS, loadDataplane } from '../dataplanes/registry.ts'
import { chooseDataplane } from './choose-dataplane.ts'
import { evaluate } from './evaluate.ts'
import { BUILTINS } from './fixtures/builtin-states.ts'

const [first] = BUILTINS
const TYPED = '# mine\nkind: Note\nmetadata: {name: mine}\n'
const typed = { ...first, manifests: { applied: true, text: TYPED, inForce: null } }

test.each(DATAPLANE_IDS)(
  'under %s everything typed is still there, and a packet can be sent',
  async (id) => {
    const chosen = await chooseDataplane(typed, id)
    expect(chosen.document.clusters[0]?.dataplane).toBe(id)
    expect(chosen.manifests.text.startsWith(TYPED)).toBe(true)
    const { trace } = await evaluate(chosen)
    expect(trace).not.toBeNull()
  },
)

test.each(DATAPLANE_IDS)('%s is given its manifests once', async (id) => {
  const leaveAndComeBack = async (state: typeof first) =>
    chooseDataplane(await chooseDataplane(state, 'gke-standard'), id)
  const once = await leaveAndComeBack(await chooseDataplane(first, id))
  const twice = await leaveAndComeBack(once)
  expect(twice.manifests.text).toBe(once.manifests.text)
  const { settings } = await loadDataplane(id)
  expect(new Set(settings.map(({ key }) => key)).size).toBe(settings.length)
})
