import type { PlaceMap } from '../../scenario/evaluation.ts'
import { makeEdits } from '../../store/edits.ts'
import { tidy } from '../canvas/layout/tidy.ts'

/** Everything lays itself out again. */
export async function tidyUp(map: PlaceMap): Promise<void> {
  const positions = await tidy(map)
  await makeEdits([{ do: 'tidy', positions }], { told: () => ({ what: 'tidied' }), select: false })
}
