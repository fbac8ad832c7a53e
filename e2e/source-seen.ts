import { expect, type Playground } from './playground.ts'

/** What a node makes of a packet's source, and what the result says. */
export interface Seen {
  /** Name of the hop that decides: `node-1 · nat POSTROUTING`. */
  readonly at: string
  readonly pod: string
  /** The address that it leaves with instead; absent: its own. */
  readonly becomes?: string
  /** The result in words, with the source that the destination sees. */
  readonly result: string
}

/** Finds the source where a reader would: in the result, at the hop in words, and on the map there. */
export async function expectSource(
  playground: Playground,
  { at, pod, becomes, result }: Seen,
): Promise<void> {
  await expect(playground.outcome).toContainText(result)
  const hop = playground.hop(at)
  await expect(hop.getByRole('deletion')).toHaveText(becomes === undefined ? [] : [pod])
  await expect(hop).toContainText(becomes === undefined ? 'source kept' : 'source changed')
  await expect(hop).toContainText(becomes ?? pod)
  await hop.getByRole('button', { name: at, exact: true }).click()
  await expect(hop).toHaveAttribute('aria-current', 'step')
  const onMap = becomes === undefined ? `${pod}→` : `${pod}⇄${becomes}→`
  await expect(playground.packetOnMap).toContainText(onMap)
}
