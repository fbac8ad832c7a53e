import { useEffect, useState } from 'react'
import type { Comparison, Lane } from '../../scenario/compare/comparison.ts'
import { wordsIn } from '../../store/dataplane-words.ts'
import { useMessages } from '../../store/reading.ts'

/** What dataplanes call themselves in the page's language; their ids until that is known. */
export function useLaneNames(known: Comparison['known']): (dataplane: Lane['dataplane']) => string {
  const { language } = useMessages()
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map())
  useEffect(() => {
    let left = false
    const asked = known.map(async (id) => [id, (await wordsIn(language, id)).words?.name] as const)
    void Promise.all(asked).then((all) => {
      if (left) return
      setNames(new Map(all.flatMap(([id, name]) => (name === undefined ? [] : [[id, name]]))))
    })
    return () => {
      left = true
    }
  }, [language, known])
  return (id) => names.get(id) ?? id
}
