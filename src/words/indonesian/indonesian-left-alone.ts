import { lookupsPerRun } from '../../domain/defaults.ts';
import { groupCapacity, nameBytesLimit } from '../../domain/whatsapp-facts.ts';
import { keptFor, toDays } from '../../domain/patience.ts';
import type { Inline } from '../../safe/inline.ts';
import { say } from './indonesian-forms.ts';
import type { ReasonWords } from '../reason-words.ts';

const on = (day: Inline | undefined) => (day === undefined ? say`` : say` ${day}`);
const declinedDays = toDays(keptFor.declined);

/** Why drift is left alone. */
export const indonesianLeftAlone: ReasonWords['leftAlone'] = {
  'not-admin': {
    report: say`akun yang dipakai Rollcall bukan admin grup ini; seseorang harus menjadikannya admin`,
    terminal: say`akun ini bukan admin grup: jadikan admin lewat ponsel`,
  },
  suspended: {
    report: say`WhatsApp menangguhkan grup ini; mohon dilihat di ponsel`,
    terminal: say`WhatsApp menangguhkan grup ini: lihat di ponsel apa yang diminta`,
  },
  community: {
    report: say`WhatsApp tidak mengizinkan ini di komunitas atau grup pengumumannya`,
    terminal: say`WhatsApp tidak mengizinkan ini diubah di komunitas atau grup pengumumannya`,
  },
  'frozen-topic': {
    report: say`WhatsApp menolak setiap deskripsi baru di grup ini, juga dari ponsel`,
    terminal: say`WhatsApp menolak setiap deskripsi baru di sini, juga dari ponsel: hapus topic: dari berkas`,
  },
  'name-too-long': {
    report: say`terlalu panjang untuk dikirim; persingkat, atau ubah di ponsel`,
    terminal: say`GOWA mengirim nama paling panjang ${nameBytesLimit} byte: persingkat, atau ubah lewat ponsel`,
  },
  'phone-only': {
    report: ({ phone = say`silakan lakukan di HP` }) =>
      say`server yang dipakai Rollcall tidak dapat mengaturnya; ${phone}`,
    terminal: ({ phone = say`lakukan di HP` }) => say`server ini tidak dapat mengaturnya: ${phone}`,
  },
  'not-said': {
    report: say`WhatsApp tidak memberi tahu bagaimana keadaannya di grup ini; silakan lihat di HP`,
    terminal: say`WhatsApp tidak memberi tahu keadaannya di sini: lihat di HP`,
  },
  owner: {
    report: say`Rollcall tidak pernah menyentuh pembuat grup; masukkan ke dalam daftar, atau lihat di ponsel apa yang bisa dilakukan`,
    terminal: say`pembuat grup ini, yang tidak pernah disentuh Rollcall: masukkan ke daftar di berkas, atau lihat di ponsel apa yang bisa dilakukan`,
  },
  protected: {
    report: say`dilindungi oleh aturan organisasi`,
    terminal: say`dilindungi oleh kebijakan: masukkan ke daftar di berkas, atau lakukan lewat ponsel`,
  },
  'protected-number': {
    report: say`ini dulu nomor orang yang dilindungi oleh aturan organisasi; jika nomor ini bukan miliknya lagi, keluarkan lewat ponsel`,
    terminal: say`dulu nomor orang yang dilindungi kebijakan: jika bukan miliknya lagi, keluarkan lewat ponsel`,
  },
  admin: {
    report: say`admin tidak dikeluarkan di grup ini`,
    terminal: say`admin hanya dikeluarkan bila berkas memuat members: dan admins:, keduanya exact`,
  },
  incomplete: {
    report: say`WhatsApp memberi daftar anggota yang tidak lengkap, jadi tidak ada yang diubah; ulangi nanti`,
    terminal: say`WhatsApp memberi daftar anggota yang tidak lengkap, jadi tidak ada yang diubah: jalankan lagi nanti`,
  },
  undated: {
    report: say`WhatsApp tidak menyebut kapan grup ini dibuat, jadi mungkin hanya sebagian yang ditunjukkan; penambahan dapat dilakukan lewat ponsel`,
    terminal: say`WhatsApp tidak menyebut kapan grup ini dibuat, jadi mungkin hanya menunjukkan sebagian: tambahkan lewat ponsel`,
  },
  vanished: {
    report: say`banyak anggota yang sebelumnya ada tidak lagi disebut oleh WhatsApp, jadi tidak ada yang diubah sampai proses sehari kemudian menemukan hal yang sama`,
    terminal: say`banyak yang sebelumnya ada tidak lagi disebut WhatsApp, jadi tidak ada yang diubah: sampai proses sehari kemudian menemukan hal yang sama`,
  },
  unidentified: {
    report: say`WhatsApp menyembunyikan nomornya, jadi tidak diketahui siapa ini`,
    terminal: say`WhatsApp menyembunyikan nomornya: tulis lid: di berkas jika memang anggota di sini`,
  },
  'perhaps-hidden': {
    report: ({ asked }) => {
      const hides = say`seseorang di grup menyembunyikan nomornya dan mungkin dialah orangnya`;
      if (asked === 'not-yet')
        return say`${hides}; WhatsApp hanya ditanyai tentang paling banyak ${lookupsPerRun} orang setiap kali, dan belum ditanyai tentang yang ini: buat rencana lagi`;
      if (asked === 'spent')
        return say`${hides}; jatah pertanyaan ke WhatsApp hari ini habis: buat rencana lagi besok`;
      if (asked === 'not-found')
        return say`${hides}; nomor di daftar tidak ditemukan di WhatsApp, jadi mohon diperiksa`;
      return say`${hides}; mohon dicari tahu`;
    },
    terminal: ({ asked }) => {
      const hides = say`seseorang di sini menyembunyikan nomornya dan mungkin dialah orangnya`;
      if (asked === 'not-yet')
        return say`${hides}, dan WhatsApp belum ditanyai, karena hanya ditanyai tentang paling banyak ${lookupsPerRun} orang setiap kali: buat rencana lagi`;
      if (asked === 'spent')
        return say`${hides}, dan jatah pencarian nomor hari ini habis: buat rencana lagi besok`;
      if (asked === 'not-found')
        return say`${hides}, dan nomornya tidak ditemukan di WhatsApp: periksa nomornya, atau tulis lid: anggota yang tersembunyi di berkas`;
      return say`${hides}: cari tahu, lalu tulis lid: anggota itu di berkas`;
    },
  },
  'perhaps-listed': {
    report: say`mungkin seseorang dalam daftar yang nomornya disembunyikan WhatsApp; mohon dicari tahu`,
    terminal: say`mungkin seseorang yang ditulis di berkas dengan lid: cari tahu lewat ponsel`,
  },
  'number-changed': {
    report: ({ other, line, isLoss }) => {
      const write = line
        ? say`; barisnya di daftar orang seharusnya menjadi ${line}`
        : say`; mohon perbaiki nomornya di daftar`;
      if (isLoss) return say`ini ${other ?? say`seseorang dalam daftar`} dengan nomor baru${write}`;
      return other
        ? say`masih ada di grup, dengan nomor baru: ${other}${write}`
        : say`masih ada di grup, dengan nomor baru yang disembunyikan WhatsApp; mohon tanyakan nomornya dan perbaiki daftarnya`;
    },
    terminal: ({ other, line, isLoss }) => {
      const write = line ? say`di daftar orang tulis ${line}` : say`tulis nomor yang baru di berkas`;
      if (isLoss) return say`ini ${other ?? say`seseorang yang ada di berkas`} dengan nomor lain: ${write}`;
      return other
        ? say`sekarang memakai nomor lain, ${other}: ${write}`
        : say`sekarang memakai nomor lain, yang disembunyikan WhatsApp: tanyakan, lalu tulis di berkas`;
    },
  },
  'other-account': {
    report: say`nomor ini dulu milik akun WhatsApp lain; mohon dicari tahu siapa pemiliknya sekarang`,
    terminal: say`nomor ini dulu milik akun WhatsApp lain: cari tahu siapa pemiliknya sekarang, dan jadikan admin lewat ponsel`,
  },
  unconfirmed: {
    report: ({ asked }) =>
      asked === 'spent'
        ? say`WhatsApp menyembunyikan nomornya, dan hari ini tidak boleh bertanya lagi siapa ini`
        : say`WhatsApp menyembunyikan nomornya, dan belum ditanyakan lagi siapa ini; proses berikutnya menanyakannya`,
    terminal: ({ asked }) =>
      asked === 'spent'
        ? say`WhatsApp menyembunyikan nomornya, dan harus ditanyakan lagi siapa ini, tetapi jatah pencarian nomor hari ini habis: buat rencana lagi besok`
        : say`WhatsApp menyembunyikan nomornya, dan belum ditanyakan lagi siapa ini: buat rencana lagi`,
  },
  'perhaps-same': {
    report: ({ other }) =>
      say`mungkin orang yang sama dengan ${other ?? say`orang lain`}, yang nomornya hampir sama; mohon perbaiki daftarnya, atau keluarkan salah satunya lewat ponsel`,
    terminal: ({ other }) =>
      say`${other ?? say`seseorang di berkas`} bernomor hampir sama: mungkin orang yang sama, jadi tulis nomor yang benar di berkas, atau keluarkan yang lain lewat ponsel`,
  },
  'perhaps-typo': {
    report: ({ other }) =>
      say`mungkin ini ${other ?? say`seseorang dalam daftar`}, yang nomornya di daftar hampir sama dan tidak ada di WhatsApp; mohon diperiksa`,
    terminal: ({ other }) =>
      say`${other ?? say`seseorang di berkas`} bernomor hampir sama dan tidak ada di WhatsApp: perbaiki nomornya di berkas jika memang dia yang dimaksud, jika bukan keluarkan yang ini lewat ponsel`,
  },
  'perhaps-meant': {
    report: ({ other }) =>
      say`mungkin ini ${other ?? say`seseorang dalam daftar`}, yang nomornya di daftar tidak ada di WhatsApp; mohon diperiksa`,
    terminal: ({ other }) =>
      say`nomor ${other ?? say`seseorang di berkas`} tidak ada di WhatsApp, dan mungkin ini orangnya: perbaiki nomornya di berkas, atau hapus dari daftar, jika bukan keluarkan yang ini lewat ponsel`,
  },
  ambiguous: {
    report: say`keduanya tidak dapat dibedakan; mohon dilihat di ponsel`,
    terminal: say`dua anggota memakai nomor yang mungkin sama: bedakan lewat ponsel`,
  },
  'new-members': {
    report: say`grup ini menerima anggota baru lewat tautan undangan`,
    terminal: say`datang lewat tautan (new-members: invite)`,
  },
  'by-invite': {
    report: say`hanya lewat undangan`,
    terminal: say`datang lewat tautan (by: invite)`,
  },
  declined: {
    report: say`tidak mau ditambahkan, atau sudah diundang; dicoba lagi setelah ${declinedDays} hari`,
    terminal: ({ day }) =>
      say`menolak atau sudah diundang${on(day)}; dicoba lagi setelah ${declinedDays} hari`,
  },
  tried: {
    report: say`sudah pernah ditambahkan tanpa hasil, dan WhatsApp tidak menyebut alasannya; seseorang harus mengirim tautan undangan`,
    terminal: ({ day }) =>
      say`sudah ditambahkan${on(day)} tetapi tidak bergabung, WhatsApp tidak menyebut alasannya: kirim tautannya`,
  },
  'not-let-in': {
    report: say`meminta bergabung, tetapi tidak dapat diterima; dicoba lagi beberapa hari kemudian, atau dijawab lewat ponsel`,
    terminal: ({ day }) =>
      say`meminta bergabung dan tidak dapat diterima${on(day)}: jawab lewat ponsel, atau tunggu sampai meminta lagi`,
  },
  refused: {
    report: say`terakhir kali tidak diterima WhatsApp; dicoba lagi setelah beberapa hari, atau lakukan lewat ponsel`,
    terminal: ({ day }) =>
      say`ditolak${on(day)}; dicoba lagi setelah beberapa hari, atau lakukan lewat ponsel`,
  },
  'not-on-whatsapp': {
    report: ({ action }) =>
      action === undefined || action === 'add'
        ? say`tidak ditemukan di WhatsApp; mohon periksa nomornya`
        : say`sudah tidak ada di WhatsApp, jadi ini hanya dapat dilakukan lewat ponsel`,
    terminal: ({ action, day }) => {
      const found = say`tidak ada di WhatsApp${day ? say` (ditanyakan ${day})` : say``}`;
      if (action === 'remove') return say`${found}: keluarkan lewat ponsel, akunnya sudah tidak ada`;
      if (action === 'promote' || action === 'demote') return say`${found}: akunnya sudah tidak ada`;
      return say`${found}: periksa nomornya di berkas`;
    },
  },
  left: {
    report: say`pernah ada di grup dan sudah keluar`,
    terminal: ({ day }) =>
      say`pernah ada di sini${on(day)} dan sudah keluar; readd: memasukkannya kembali satu kali`,
  },
  full: {
    report: say`grup penuh: WhatsApp mengizinkan paling banyak ${groupCapacity}`,
    terminal: say`tidak ada tempat lagi di grup, yang memuat ${groupCapacity}: keluarkan seseorang dulu`,
  },
  'no-memory': {
    report: say`tidak ada catatan proses sebelumnya yang bisa dipakai, jadi tidak ada anggota yang diubah`,
    terminal: say`tidak ada catatan proses sebelumnya yang bisa dipakai, jadi tidak ada yang diubah: apply --new-journal memulai yang baru`,
  },
  additive: {
    report: say`tidak ada yang dikeluarkan dari grup ini, dan admin tetap menjadi admin`,
    terminal: say`manage: additive tidak mengurangi apa pun`,
  },
  observe: { report: say`grup ini hanya diamati`, terminal: say`manage: observe hanya melaporkan` },
  early: {
    report: say`sudah demikian, dan menurut daftar baru berlaku nanti; sampai hari itu tidak ada yang dikurangi`,
    terminal: say`from di berkas menyebut hari yang belum tiba, dan sebelum itu tidak ada yang dikurangi`,
  },
  'photo-hidden': {
    report: say`WhatsApp tidak menunjukkan foto grup ini kepada akun yang dipakai Rollcall`,
    terminal: say`WhatsApp tidak menunjukkan foto grup ini kepada akun: lihat di ponsel siapa yang boleh melihatnya`,
  },
  'photo-untold': {
    report: say`tidak dapat diketahui apakah komunitas ini tidak punya foto atau menyembunyikannya, jadi tidak diubah; atur lewat ponsel`,
    terminal: say`GOWA tidak dapat mengetahui apakah komunitas ini tidak punya foto atau menyembunyikannya, jadi tidak diubah: atur lewat ponsel`,
  },
  'photo-unread': {
    report: say`foto tidak dapat dibaca kali ini; ulangi nanti`,
    terminal: say`foto tidak dapat dibaca, jadi tidak diubah: jalankan lagi nanti`,
  },
  'not-approved': {
    report: say`belum ada yang menyetujui; mohon dimintakan persetujuan`,
    terminal: say`belum ada yang menyetujui: buat rencana lagi, dan mintakan persetujuan`,
  },
  'earlier-plan': {
    report: say`sudah disetujui sebelumnya; dilakukan saat Rollcall berjalan berikutnya tanpa rencana`,
    terminal: say`disetujui oleh berkas rencana sebelumnya: apply tanpa berkas rencana melakukannya`,
  },
  asks: {
    report: say`meminta bergabung, tetapi tidak ada di daftar; yang memang anggota dimasukkan ke daftar atau diterima lewat ponsel`,
    terminal: say`tidak tercantum di berkas: masukkan ke berkas, atau jawab lewat ponsel`,
  },
  'asks-early': {
    report: say`meminta bergabung, tetapi baru ada di daftar mulai hari lain; sebelum itu tidak diterima`,
    terminal: say`di berkas baru mulai hari lain: sebelum itu tidak diterima`,
  },
  'asks-hidden': {
    report: say`meminta bergabung, tetapi WhatsApp menyembunyikan nomornya sehingga tidak diketahui siapa orangnya; mohon dijawab lewat ponsel`,
    terminal: say`WhatsApp menyembunyikan nomornya, padahal GOWA memerlukannya: jawab lewat ponsel`,
  },
  'asks-listed': {
    report: say`meminta bergabung dan ada di daftar, tetapi tanpa nomor; mohon diterima lewat ponsel`,
    terminal: say`berkas mencantumkannya dengan lid:, sedangkan GOWA memerlukan nomor: terima lewat ponsel`,
  },
  'asks-renumbered': {
    report: ({ other, line }) => {
      const write = line
        ? say`; barisnya di daftar orang seharusnya menjadi ${line}`
        : say`; mohon perbaiki nomornya di daftar`;
      return say`meminta bergabung dengan nomor baru${other ? say`, ${other}` : say``}${write}`;
    },
    terminal: ({ other, line }) =>
      say`meminta bergabung dengan nomor lain${other ? say`, ${other}` : say``}: ${line ? say`tulis ${line} di daftar orang` : say`tulis nomor itu di berkas`}`,
  },
  'requests-unread': {
    report: say`WhatsApp tidak memberi tahu siapa yang meminta bergabung, jadi tidak ada yang diterima; ulangi nanti`,
    terminal: say`permintaan bergabung tidak dapat dibaca, jadi tidak ada yang diterima: ulangi nanti`,
  },
};
