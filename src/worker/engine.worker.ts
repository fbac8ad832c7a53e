import { answer } from './answer.ts'
import type { AskMessage } from './protocol.ts'

addEventListener('message', (event: MessageEvent<AskMessage>) => postMessage(answer(event.data)))
