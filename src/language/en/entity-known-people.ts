/**
 * Persons whom reports name by the last word alone: full name | other ways of writing it, the last word included. Only
 * where that word names hardly anybody else. Written from general knowledge.
 */
export const KNOWN_PEOPLE = `
Donald Trump|Trump,Donald J. Trump
Joe Biden|Biden,Joseph Biden,Joseph R. Biden,Joe R. Biden
Barack Obama|Obama,Barack H. Obama
Kamala Harris
JD Vance|Vance,J.D. Vance,J. D. Vance
Mike Pence|Pence
Hillary Clinton|Hillary Rodham Clinton
Antony Blinken|Blinken
Anthony Fauci|Fauci
Jerome Powell
Ben Bernanke|Bernanke
Ron DeSantis|DeSantis
Nancy Pelosi|Pelosi
Elon Musk|Musk
Mark Zuckerberg|Zuckerberg
Jeff Bezos|Bezos
Julian Assange|Assange
Edward Snowden|Snowden
Vladimir Putin|Putin
Dmitry Medvedev|Medvedev,Dmitri Medvedev
Sergei Lavrov|Lavrov,Sergey Lavrov
Sergei Shoigu|Shoigu,Sergey Shoigu
Dmitry Peskov|Peskov,Dmitri Peskov
Yevgeny Prigozhin|Prigozhin
Alexei Navalny|Navalny,Aleksei Navalny,Alexey Navalny
Mikhail Gorbachev|Gorbachev
Boris Yeltsin|Yeltsin
Volodymyr Zelensky|Zelensky,Zelenskyy,Zelenskiy,Volodymyr Zelenskyy,Volodymyr Zelenskiy
Petro Poroshenko|Poroshenko
Viktor Yanukovych|Yanukovych,Yanukovich
Yulia Tymoshenko|Tymoshenko
Oleksandr Syrskyi|Syrskyi,Syrsky,Oleksandr Syrsky
Valerii Zaluzhnyi|Zaluzhnyi,Zaluzhny,Valery Zaluzhny
Alexander Lukashenko|Lukashenko,Aleksandr Lukashenko,Alyaksandr Lukashenka
Ramzan Kadyrov|Kadyrov
Nikol Pashinyan|Pashinyan
Ilham Aliyev|Aliyev
Mikheil Saakashvili|Saakashvili
Recep Tayyip Erdogan|Erdogan,Erdoğan,Recep Tayyip Erdoğan,Tayyip Erdogan
Emmanuel Macron|Macron
Nicolas Sarkozy|Sarkozy
Francois Hollande|Hollande,François Hollande
Marine Le Pen|Le Pen
Angela Merkel|Merkel
Olaf Scholz|Scholz
Friedrich Merz|Merz
Ursula von der Leyen|von der Leyen,Von der Leyen
Silvio Berlusconi|Berlusconi
Giorgia Meloni|Meloni
Matteo Salvini|Salvini
Viktor Orban|Orban,Orbán,Viktor Orbán
Donald Tusk|Tusk
Volodymyr Groysman|Groysman
Boris Johnson
Rishi Sunak|Sunak
Keir Starmer|Starmer
Nigel Farage|Farage
Jeremy Corbyn|Corbyn
Margaret Thatcher|Thatcher
Nicola Sturgeon|Sturgeon
Pedro Sánchez|Pedro Sanchez
Mario Draghi|Draghi
Christine Lagarde|Lagarde
Alexis Tsipras|Tsipras
Kyriakos Mitsotakis|Mitsotakis
Slobodan Milosevic|Milosevic,Milošević,Slobodan Milošević
Aleksandar Vucic|Vucic,Vučić,Aleksandar Vučić
Benjamin Netanyahu|Netanyahu,Binyamin Netanyahu,Bibi Netanyahu
Yoav Gallant|Gallant
Benny Gantz|Gantz
Naftali Bennett
Yitzhak Rabin|Rabin
Mahmoud Abbas
Yasser Arafat|Arafat,Yasir Arafat
Ismail Haniyeh|Haniyeh,Haniyah,Ismail Haniya
Yahya Sinwar|Sinwar
Hassan Nasrallah|Nasrallah,Hasan Nasrallah
Ali Khamenei|Khamenei,Ayatollah Khamenei
Hassan Rouhani|Rouhani,Rohani
Ebrahim Raisi|Raisi
Masoud Pezeshkian|Pezeshkian
Mahmoud Ahmadinejad|Ahmadinejad
Qassem Soleimani|Soleimani,Qasem Soleimani,Suleimani,Qassim Suleimani
Bashar al-Assad|Assad,al-Assad,Bashar Assad,Bashar al Assad
Saddam Hussein|Saddam,Saddam Husain
Nouri al-Maliki|Maliki,al-Maliki,Nouri Maliki
Osama bin Laden|bin Laden,Bin Laden,Usama bin Laden
Ayman al-Zawahiri|Zawahiri,al-Zawahiri,Zawahri,al-Zawahri
Muammar Gaddafi|Gaddafi,Gadhafi,Qaddafi,Kadhafi,Muammar Gadhafi,Muammar el-Qaddafi,Moammar Gadhafi,Muammar Qaddafi
Hosni Mubarak|Mubarak
Mohamed Morsi|Morsi,Mohammed Morsi,Mursi
Abdel Fattah al-Sisi|Sisi,el-Sisi,al-Sisi,Abdel Fattah el-Sisi
Mohammed bin Salman|Muhammad bin Salman,bin Salman
Jamal Khashoggi|Khashoggi
Hamid Karzai|Karzai
Ashraf Ghani|Ghani
Pervez Musharraf|Musharraf
Benazir Bhutto
Imran Khan
Nawaz Sharif
Narendra Modi|Modi
Manmohan Singh
Aung San Suu Kyi|Suu Kyi
Mahathir Mohamad|Mahathir
Rodrigo Duterte|Duterte
Ferdinand Marcos
Joko Widodo|Widodo,Jokowi
Xi Jinping|Xi
Hu Jintao
Li Keqiang
Wang Yi
Mao Zedong|Mao Tse-tung
Deng Xiaoping
Kim Jong Un|Kim Jong-un,Kim Jong-Un
Kim Jong Il|Kim Jong-il
Yoon Suk Yeol|Yoon Suk-yeol
Shinzo Abe|Abe
Fumio Kishida|Kishida
Shigeru Ishiba|Ishiba
Yoshihide Suga
Ho Chi Minh
Luiz Inacio Lula da Silva|Lula,Luiz Inácio Lula da Silva,Lula da Silva
Jair Bolsonaro|Bolsonaro
Dilma Rousseff|Rousseff
Javier Milei|Milei
Nicolas Maduro|Maduro,Nicolás Maduro
Hugo Chavez|Chavez,Chávez,Hugo Chávez
Juan Guaido|Guaido,Guaidó,Juan Guaidó
Fidel Castro
Evo Morales
Andres Manuel Lopez Obrador|Lopez Obrador,López Obrador,Andrés Manuel López Obrador
Claudia Sheinbaum|Sheinbaum
Justin Trudeau|Trudeau
Mark Carney
Nelson Mandela|Mandela
Thabo Mbeki|Mbeki
Jacob Zuma|Zuma
Cyril Ramaphosa|Ramaphosa
Robert Mugabe|Mugabe
Uhuru Kenyatta|Kenyatta
William Ruto|Ruto
Paul Kagame|Kagame
Yoweri Museveni|Museveni
Abiy Ahmed
Abdel Fattah al-Burhan|al-Burhan,Burhan
Muhammadu Buhari|Buhari
Bola Tinubu|Tinubu
Laurent Gbagbo|Gbagbo
Kofi Annan|Annan
Ban Ki-moon|Ban Ki Moon
António Guterres|Guterres,Antonio Guterres
Tedros Adhanom Ghebreyesus|Tedros
Pope Francis
Dalai Lama|the Dalai Lama
Adolf Hitler|Hitler
Joseph Stalin|Stalin
Benito Mussolini|Mussolini
Winston Churchill|Churchill
Franklin D. Roosevelt|Franklin Roosevelt,Franklin Delano Roosevelt
Dwight D. Eisenhower|Eisenhower,Dwight Eisenhower
Lyndon B. Johnson|Lyndon Johnson,LBJ
John F. Kennedy|JFK,John Kennedy
Richard Nixon|Nixon,Richard M. Nixon
Ronald Reagan|Reagan
Henry Kissinger|Kissinger
Greta Thunberg|Thunberg
Taylor Swift
`;

/**
 * Family names that stand before the given name in Chinese, Korean and Vietnamese names ("Yoon Suk Yeol", "Tsai
 * Ing-wen"). Those that are more often something else in English reports are left out.
 */
export const FAMILY_FIRST_NAMES: ReadonlySet<string> = new Set(
	`Ahn Bae Ban Cai Cao Chan Chang Chen Cheng Cheung Chiang Cho Choi Chow Chu Chung Dang Deng Ding Dinh Duan Feng Fu Gao Geng Gong Guo Ha Han He Heo Ho Hong Hoang Hu Hua Huang Huynh Hwang Jang Jeon
Jeong Jia Jiang Jin Jung Kang Kim Kong Koo Ku Kwon Lai Lam Lau Le Lee Lei Leung Li Liang Liao Lim Lin Liu Lu Luo Ma Mao Mei Meng Min Moon Na Ngo Nguyen Nie Nong Oh Pan Park Peng Pham Phan Qi Qian Qin Qiu
Ren Roh Rui Ryu Seo Shao Shen Shi Shim Shin Sim Sohn Song Su Sun Tan Tang Tao Tian To Tong Tran Truong Tsai Vo Vu Wan Wang Wei Wen Wong Woo Wu Xi Xia Xiao Xie Xiong Xu Xue Yan Yang Yao Ye Yi Yin Yoo Yoon
You Yu Yuan Yue Yun Zeng Zhang Zhao Zheng Zhong Zhou Zhu Zou`.split(/\s+/),
);
