import { useSyncExternalStore } from 'react'

const query = matchMedia('(max-width: 860px)')

/** Is there room for only one column? */
export const useNarrow = (): boolean => useSyncExternalStore(listen, () => query.matches)

function listen(changed: () => void): () => void {
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}
