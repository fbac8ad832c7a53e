import type { WorkerLike } from './client.ts'

/** Written out in full: the bundler finds the worker by this very expression. */
export const startWorker = (): WorkerLike =>
  new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' })
