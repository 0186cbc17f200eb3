import type { SetupWords } from '../setup-words.ts';
import { say } from './indonesian-forms.ts';

/** What `init` says. */
export const indonesianSetup: SetupWords = {
  policy: {
    head: say`Apa yang boleh dilakukan Rollcall. Satu-satunya berkas, selain grup, yang harus ada.`,
    account: say`akun yang bertindak: admin di grup-grup itu`,
    timezone: say`zona waktu untuk awal dan akhir hari`,
    country: say`arti nomor tanpa kode negara`,
    language: say`bahasa laporan: en, id atau pt-BR`,
    state: say`tempat ingatan dari satu proses ke proses berikutnya`,
    manage: say`tidak ada yang dikeluarkan atau diberhentikan sebagai admin sebelum berkas grup memuat manage: exact`,
    protected: say`tidak pernah dikeluarkan atau diberhentikan sebagai admin, apa pun isi berkas`,
    usual: say`Batas dan kecepatan memakai nilai biasa selama tidak ditulis di sini: lihat docs/files.md.`,
  },
  ask: {
    url: say`Alamat server GOWA (kosong: belum ada): `,
    account: say`Nomor akun yang bertindak, dengan + dan kode negara: `,
    country: (others, proposed) => say`Negaranya (kode itu juga milik ${others}) [${proposed}]: `,
    protected: say`Nomor orang yang tidak pernah boleh dikeluarkan atau diberhentikan sebagai admin, dipisahkan koma (misalnya nomor Anda): `,
  },
  again: (fault) => say`${fault} Coba lagi.`,
  headings: {
    written: say`Ditulis:`,
    left: say`Sudah ada, dan dibiarkan:`,
    edited: say`Sudah diubah orang, dan dibiarkan:`,
    known: say`Isinya:`,
    next: say`Selanjutnya:`,
  },
  told: {
    account: (number) => say`Akun yang bertindak adalah ${number}.`,
    sandbox: say`Server ini sandbox: akunnya bukan milik siapa pun. Untuk grup yang sebenarnya, mulai lagi di folder lain.`,
    unasked: (why) =>
      why === ''
        ? say`Tidak ada server yang ditanya: belum diketahui apakah GOWA masuk dengan akun ini, dan bagaimana WhatsApp menulis nomornya. rollcall status memberi tahu, setelah ROLLCALL_URL diisi.`
        : say`Server tidak dapat ditanya, jadi belum diketahui apakah ia masuk dengan akun ini, dan bagaimana WhatsApp menulis nomornya: ${why} rollcall status memberi tahu, setelah itu beres.`,
    country: (country) => say`Nomor tanpa kode negara dibaca sebagai nomor ${country}.`,
    noCountry: say`Nomor akun bukan nomor suatu negara: tulis semua nomor dengan kode negaranya, atau isi country: di _policy.yaml.`,
    shared: (others) =>
      say`Kode negara itu juga milik ${others}: kalau yang benar salah satunya, ubah country: di _policy.yaml.`,
    zone: (zone) =>
      say`Awal dan akhir hari mengikuti ${zone}, zona waktu mesin ini: ubah timezone: kalau grup Anda ada di tempat lain.`,
    nobodyProtected: say`Belum ada yang dilindungi: tulis nomor Anda sendiri di protected: dalam _policy.yaml.`,
    complete: say`Semuanya sudah ada: tidak ada yang ditulis.`,
    ignore: (line) =>
      say`Di .gitignore Anda tidak ada baris ${line}: tambahkan, supaya ingatan tidak masuk ke repositori.`,
    needsCopy: say`Workflow ini membangun Rollcall dari repositori tempatnya berada: repositori itu harus salinan dari repositori Rollcall (docs/setup.md).`,
    outdated: say`Berkas ini masih seperti ditulis versi sebelumnya. Isinya akan menjadi:`,
    edited: say`Bandingkan dengan yang ditulis di folder baru, dan sebutkan di dalamnya juga apa yang harus dijalankan workflow.`,
  },
  secrets: {
    at: (forge) => say`Di ${forge}:`,
    pages: {
      github: {
        place: say`Settings → Environments: environment bernama rollcall, deployment branch hanya main, dengan secret ini:`,
        variables: (name) =>
          say`Settings → Secrets and variables → Actions → Variables: ${name} = on, paling akhir: inilah sakelarnya.`,
        rules: say`.github/CODEOWNERS perlu nama-nama Anda sendiri, dan Settings → Rules perlu aturan untuk main: semuanya ada di docs/setup.md.`,
        token: say`token untuk pull request milik Rollcall sendiri, supaya rencananya langsung ada`,
      },
      gitea: {
        place: say`Settings → Actions → Secrets milik repositori, dengan secret ini. Buat dahulu aturan untuk branch dan tag dari docs/forgejo.md: tanpa itu, setiap orang yang boleh mendorong (push) branch dapat membaca semua secret.`,
        variables: (name) =>
          say`Settings → Actions → Variables: ${name} = on, paling akhir: inilah sakelarnya.`,
        rules: say`Settings → Branches dan Tags: aturan untuk main, untuk semua branch lain, dan untuk tag: semuanya ada di docs/forgejo.md.`,
        token: say`token dari akun tersendiri yang boleh menulis di sini: wajib kalau grup dibuat dari berkas atau ROLLCALL_ADOPT menyala, sebab aturan tadi tidak mengizinkan token workflow sendiri mendorong (push) ke branch mana pun; docs/forgejo.md`,
      },
    },
    each: {
      ROLLCALL_URL: say`alamat server GOWA`,
      ROLLCALL_USER: say`penggunanya`,
      ROLLCALL_PASSWORD: say`kata sandinya`,
      ROLLCALL_DEVICE: say`hanya kalau server punya beberapa perangkat`,
    },
    atWill: say`Hanya kalau Anda mau; ROLLCALL_RUNNER, ROLLCALL_ADOPT, dan ROLLCALL_NOTIFY_FORMAT adalah variabel, yang lain secret:`,
    optional: {
      ROLLCALL_RUNNER: say`label runner di dekat GOWA, kalau runner biasa tidak dapat mencapainya, hanya untuk repositori privat: docs/setup.md`,
      ROLLCALL_ADOPT: say`on: yang diubah orang lewat ponsel ditawarkan sebagai pull request`,
      ROLLCALL_NOTIFY_WEBHOOK: say`ke mana admin diberi tahu hasil apply dan drift, kalau perlu ada yang turun tangan: alamat sebuah chat`,
      ROLLCALL_NOTIFY_FORMAT: say`jenis chat-nya, misalnya slack atau teams`,
      ROLLCALL_NOTIFY_GROUP: say`sama, di grup WhatsApp para admin: id grupnya`,
      ROLLCALL_PEOPLE_KEY: say`kunci pribadi, kalau nomor disegel`,
      SOPS_AGE_KEY: say`kunci age, kalau berkas orang dienkripsi SOPS`,
    },
    uses: say`Yang dijalankan bersama secret itu adalah ini; baca sendiri, atau tanyakan kepada yang sudah membacanya:`,
    key: (command) => say`hasil dari ${command}; simpan salinannya di tempat aman`,
  },
  next: {
    environment: say`pengguna dan kata sandi GOWA hanya diambil dari environment`,
    groups: say`semua grup akun itu, dengan id-nya`,
    import: say`menulis satu berkas untuk tiap grup; tidak mengubah apa pun di WhatsApp`,
    plan: say`menunjukkan apa yang akan berubah: tidak ada, tepat setelah import`,
    keygen: say`menyegel nomor telepon, sehingga tidak terbaca oleh yang hanya boleh membaca repositori; makin cepat makin baik, sebab riwayat menyimpan apa yang pernah di-push`,
    guide: say`Seluruh langkahnya, dengan atau tanpa forge (GitHub, Forgejo, …): docs/setup.md`,
  },
};
