import { replay } from '../../store/playback-actions.ts'
import { playground } from '../../store/playground.ts'
import { editManifests, setManifestsApplied } from '../../store/scenario-actions.ts'
import type { EngineClient } from '../../worker/client.ts'

type Engine = Pick<EngineClient, 'ask'>

let tell: (client: Engine) => void
let engine: Engine | Promise<Engine> = new Promise((resolve) => {
  tell = resolve
})

/** Tells who edits YAML for us; a switch that is turned before waits for it. */
export function editYamlThrough(client: Engine): void {
  tell(client)
  engine = client
}

/**
 * Writes `masqLinkLocal` into the text, or into a new manifest where there is none. Turned on, the
 * text goes into the cluster as well, because in a draft it would mean nothing. An answer to a text
 * that was typed over meanwhile is dropped.
 */
export async function masqueradeLinkLocal(on: boolean): Promise<void> {
  const { manifests, document } = playground().getState().scenario
  const { text, applied } = manifests
  // A draft that nobody touched would bring its list of ranges along: this switch is about one key.
  const untouched = !applied && text === document.draft?.manifests
  const answer = await (await engine).ask({
    kind: 'set-masq-link-local',
    text: untouched ? '' : text,
    value: on,
  })
  const still = playground().getState().scenario.manifests.text === text
  if (answer.ok && answer.value.text !== null && still) put(answer.value.text, on)
}

function put(text: string, on: boolean): void {
  editManifests(text)
  const { applied } = playground().getState().scenario.manifests
  if (on && !applied) setManifestsApplied(true)
  else replay()
}
