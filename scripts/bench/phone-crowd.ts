import { WebSocket } from 'ws'
import { PROTOCOL_VERSION } from '@core/protocol/version'

type Vote = { readonly voteId: string; readonly roundId: string; readonly options: number; readonly secret: string }
type Job = { readonly url: string; readonly count: number; readonly each: number; readonly vote: Vote | null }

/** All phones connect and join first; then everybody sends at once, each the next ballot after the tick of the last. */
const run = async ({ url, count, each, vote }: Job): Promise<void> => {
  const sockets = await connectAll(url, count, vote)
  const times: number[] = []
  let answered = 0
  const start = performance.now()
  await Promise.all(
    sockets.map(async (socket, index) => {
      for (let rev = 1; rev <= each; rev += 1) {
        const from = performance.now()
        if (await exchange(socket, index, rev, vote)) answered += 1
        times.push(performance.now() - from)
      }
    }),
  )
  const total = performance.now() - start
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  process.send?.({ total, p50: at(0.5), p99: at(0.99), answered })
}

const connectAll = async (url: string, count: number, vote: Vote | null): Promise<WebSocket[]> => {
  const sockets: WebSocket[] = []
  for (let from = 0; from < count; from += 50) {
    sockets.push(...(await Promise.all(Array.from({ length: Math.min(50, count - from) }, () => connect(url, vote)))))
  }
  return sockets
}

const connect = (url: string, vote: Vote | null): Promise<WebSocket> =>
  new Promise((done, failed) => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/ws`, {
      headers: { Origin: url },
      perMessageDeflate: false,
    })
    socket.once('error', failed)
    socket.once('open', () => {
      if (!vote) return done(socket)
      socket.send(
        JSON.stringify({
          t: 'hello',
          v: PROTOCOL_VERSION,
          role: 'participant',
          proof: { kind: 'join', secret: vote.secret },
          voiceId: 'voice-1',
        }),
      )
      socket.once('message', (data: Buffer) => {
        const answer = JSON.parse(data.toString()) as { t: string }
        if (answer.t === 'welcome') done(socket)
        else failed(new Error(data.toString()))
      })
    })
  })

/** One ballot and its tick; the echo gets a message of the same size. */
const exchange = (socket: WebSocket, index: number, rev: number, vote: Vote | null): Promise<boolean> =>
  new Promise((done) => {
    const values = Array.from({ length: vote?.options ?? 7 }, (_, option) =>
      (option + index) % 7 === 0 ? 3 : (option + index) % 7 === 1 ? 2 : 0,
    )
    const args = {
      voteId: vote?.voteId ?? 'vote-1',
      roundId: vote?.roundId ?? 'round-1',
      rev,
      ballot: { voiceId: 'voice-1', values },
    }
    const heard = (data: Buffer): void => {
      const message = JSON.parse(data.toString()) as { t: string; id?: number; ok?: boolean }
      if (message.id !== rev) return
      socket.off('message', heard)
      done(message.t === 'req' || message.ok === true)
    }
    socket.on('message', heard)
    socket.send(JSON.stringify({ t: 'req', id: rev, name: 'ballot.cast', args }))
  })

process.once('message', (job) => void run(job as Job)) // sent by phones.ts
