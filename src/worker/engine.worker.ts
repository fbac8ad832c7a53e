import { answer } from './answer.ts'
import type { AskMessage } from './protocol.ts'

addEventListener('message', async (event: MessageEvent<AskMessage>) =>
  postMessage(await answer(event.data)),
)
