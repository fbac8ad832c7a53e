import { useEffect, useState } from 'react'
import type { DataplaneId } from '../dataplanes/registry.ts'
import type { Sources } from '../scenario/sources.ts'
import type { EngineClient } from '../worker/client.ts'
import { useDataplaneOnShow } from './reading.ts'

let engine: Pick<EngineClient, 'ask'> | null = null
const known = new Map<DataplaneId, Promise<Sources | null>>()

/** Tells once, before anything is drawn, who knows where things were learned. */
export function readSourcesThrough(client: Pick<EngineClient, 'ask'>): void {
  engine = client
}

/** Where the behaviours of the dataplane on show were learned; null until the answer is here. */
export function useSources(): Sources | null {
  const dataplane = useDataplaneOnShow()
  const [sources, setSources] = useState<Sources | null>(null)
  useEffect(() => {
    let left = false
    void fetched(dataplane).then((answer) => {
      if (!left) setSources(answer)
    })
    return () => {
      left = true
    }
  }, [dataplane])
  return sources
}

/** Asked once for each dataplane: it does not change. */
function fetched(dataplane: DataplaneId): Promise<Sources | null> {
  const asked = known.get(dataplane) ?? ask(dataplane)
  known.set(dataplane, asked)
  return asked
}

async function ask(dataplane: DataplaneId): Promise<Sources | null> {
  const answer = await engine?.ask({ kind: 'sources', dataplane })
  if (answer?.ok) return answer.value
  known.delete(dataplane)
  return null
}
