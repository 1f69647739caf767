import { createCipheriv, createDecipheriv } from 'node:crypto'
import type { Ballot } from './session-types'

const NONCE = 12
const TAG = 16

/** Seals ballots of one round: AES-256-GCM, all of one length, bound to session, round and place in the box. */
export type BallotSeal = {
  /** Throws when the ballot does not fit its slot: the slot is part of the round, not of a vote. */
  readonly seal: (ballot: Ballot, seq: number) => string
  /** Null when it was not sealed here, at this place, with this key. */
  readonly open: (sealed: unknown, seq: number) => Ballot | null
}

/**
 * `epoch`: 8 fresh random bytes for each opening of the box. With a counter behind it no nonce is used twice under a
 * key, even when a crash made us forget how far we had come.
 */
export const ballotSeal = (key: Uint8Array, epoch: Uint8Array, slotBytes: number, about: string): BallotSeal => {
  let counter = 0
  const extra = (seq: number): Buffer => Buffer.from(`${about}/${seq}`)
  return {
    seal: (ballot, seq) => {
      const { cred, rev } = ballot
      const plain = Buffer.alloc(slotBytes, ' ')
      const text = Buffer.from(JSON.stringify({ cred, rev, ballot: ballot.ballot }))
      if (text.length > slotBytes) throw new Error(`a ballot of ${text.length} bytes in a slot of ${slotBytes}`)
      text.copy(plain)
      const nonce = Buffer.alloc(NONCE)
      nonce.set(epoch.subarray(0, 8))
      nonce.writeUInt32BE((counter += 1), 8)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(extra(seq))
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64')
    },
    open: (sealed, seq) => {
      if (typeof sealed !== 'string') return null
      const bytes = Buffer.from(sealed, 'base64')
      if (bytes.length < NONCE + TAG) return null
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE)).setAAD(extra(seq))
        decipher.setAuthTag(bytes.subarray(bytes.length - TAG))
        const plain = Buffer.concat([decipher.update(bytes.subarray(NONCE, bytes.length - TAG)), decipher.final()])
        return JSON.parse(plain.toString()) as Ballot // written by `seal`: the tag proves it
      } catch {
        return null
      }
    },
  }
}
