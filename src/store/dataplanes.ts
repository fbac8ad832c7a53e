import { useEffect, useState } from 'react'
import type { EngineClient } from '../worker/client.ts'
import type { DataplaneName } from '../worker/protocol.ts'
import { useMessages } from './reading.ts'

let engine: Pick<EngineClient, 'ask'> | null = null

/** Tells once, before anything is drawn, who knows the dataplanes. */
export function nameDataplanesThrough(client: Pick<EngineClient, 'ask'>): void {
  engine = client
}

/** Every dataplane there is, in the language of the page; null until the answer is here. */
export function useDataplanes(): readonly DataplaneName[] | null {
  const { language } = useMessages()
  const [names, setNames] = useState<readonly DataplaneName[] | null>(null)
  useEffect(() => {
    let left = false
    void engine?.ask({ kind: 'dataplanes', language }).then((answer) => {
      if (!left && answer.ok) setNames(answer.value)
    })
    return () => {
      left = true
    }
  }, [language])
  return names
}
