/*
 * A program of its own: reads a file from the standard input and prints what is written in it as JSON.
 * The reading is done in a thread, so that this one can watch the time and how much memory all of it takes: a limit for
 * a thread alone would not count what is unpacked beside the JavaScript heap. It never asks the network or the disk.
 */
import { buffer } from 'node:stream/consumers'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { limits, type ReadText } from '../limits.ts'

const LOOK_EVERY = 20
const tooHeavy: ReadText = { text: '', pages: null, problem: 'too-heavy' }

if (isMainThread) await watch()
else {
  const { readText } = await import('./readText.ts')
  parentPort?.postMessage(await readText(Buffer.from(workerData as Uint8Array)))
}

async function watch(): Promise<void> {
  const content = await buffer(process.stdin)
  const worker = new Worker(new URL(import.meta.url), {
    workerData: content,
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    stdout: true,
    stderr: true,
  })
  const until = performance.now() + limits.milliseconds
  setInterval(() => {
    if (process.memoryUsage.rss() > limits.memoryBytes || performance.now() > until) end(tooHeavy)
  }, LOOK_EVERY)
  worker.on('message', end)
  // It ends without an answer when its memory does not suffice; all else it tells itself.
  worker.on('error', () => end(tooHeavy))
  worker.on('exit', () => end(tooHeavy))
}

let ended = false
/** At once: the thread may be in the middle of something that never ends. */
function end(read: ReadText): void {
  if (ended) return
  ended = true
  process.stdout.write(JSON.stringify(read), () => process.exit(0))
}
