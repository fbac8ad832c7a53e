import { type ComponentType, lazy, type ReactNode, Suspense } from 'react'

/** A part in a chunk of its own; until that is here, the room that it will take. */
export function late(load: () => Promise<ComponentType>, room?: ReactNode): ComponentType {
  const Late = lazy(async () => ({ default: await load() }))
  return () => (
    <Suspense fallback={room}>
      <Late />
    </Suspense>
  )
}
