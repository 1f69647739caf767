import type { ReadAsk, ReadMessage } from './read-apart'
import { readTable } from './read-table'

const say = (message: ReadMessage): void => postMessage(message)

addEventListener('message', ({ data }: MessageEvent<ReadAsk>) => {
  void readTable(data.bytes, data.choices).then(say)
})
say('ready')
