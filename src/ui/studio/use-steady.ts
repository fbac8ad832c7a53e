import { useRef, useState } from 'react'

/**
 * These functions as ones that stay the same for as long as the component does, each doing what the
 * newest of its name does. React Flow goes through all that it has drawn for every handler that is
 * another than before.
 */
export function useSteady<T extends object>(handlers: T): T {
  const newest = useRef(handlers)
  newest.current = handlers
  const [steady] = useState(() =>
    Object.fromEntries(
      Object.keys(handlers).map((name) => [
        name,
        (...told: readonly unknown[]): unknown =>
          (newest.current as Record<string, (...told: readonly unknown[]) => unknown>)[name]?.(
            ...told,
          ),
      ]),
    ),
  )
  // Each name keeps the type that it came with.
  return steady as T
}
