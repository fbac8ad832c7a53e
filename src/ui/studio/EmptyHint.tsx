import { useStudioWords } from './use-studio-words.ts'

/** On a canvas with nothing on it: what to do first. */
export function EmptyHint() {
  const { empty } = useStudioWords()
  return (
    <div className="empty-hint">
      <p className="empty-title">{empty.title}</p>
      <p>{empty.hint}</p>
    </div>
  )
}
