import { answer } from './answer.ts'
import type { AskMessage, WorkerMessage } from './protocol.ts'

/** Often enough for whoever waits with `PATIENCE_MS`. */
const SIGN_EVERY_MS = 1000

const tell = (message: WorkerMessage): void => postMessage(message)
const sign = (): void => tell({ alive: true })

addEventListener('message', async ({ data }: MessageEvent<AskMessage>) => {
  // An engine that thinks in circles lets no timer run; one that waits for the network does.
  const signs = setInterval(sign, SIGN_EVERY_MS)
  const message = await answer(data)
  clearInterval(signs)
  tell(message)
})
sign()
