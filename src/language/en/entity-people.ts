/** Given names of many peoples, as they stand in English reports. A word among them begins the name of a person. */
export const GIVEN_NAMES = `
Aaliyah Aamir Aaron Abbas Abby Abdel Abdelaziz Abdul Abdullah Abdulrahman Abel Abhisit Abida Abigail Abiodun Abiy Abolhassan Abraham Achille Ada Adam Adama
Addison Ade Adel Adelheid Aditya Adrian Adriana Adrien Aécio Afonso Afroditi Agata Agathe Agnes Agnieszka Agung Aharon Ahmad Ahmed Ahmet Ai Aiden Aiko Aino
Aisha Aitor Ajay Ajit Akbar Akhilesh Akhmed Aki Akihito Akinwumi Akio Akira Aksel Alain Alan Alana Alassane Alastair Albert Alberto Aldo Aldona Alec Aleisha
Alejandra Alejandro Alejo Alekos Aleksandar Aleksander Aleksandr Aleksandra Aleksei Aleksey Alena Alessandra Alessandro Alessia Aleš Alex Alexa Alexander
Alexandra Alexandre Alexandros Alexei Alexey Alexis Alfie Alfonso Alfred Ali Alice Alicia Aliko Alina Aline Alireza Alisha Alison Alistair Allan Allen Allison
Alonso Alpha Alva Alvaro Alvin Alwin Ama Amado Amadou Amaia Amanda Amar Amaro Amelia Amélie Amin Amina Amir Amirhossein Amit Amos Amparo Amrita Amy Ana Anand
Anastasia Anastasios Anatoliy Anatoly Anca Anders Anderson Andor Andre Andrea Andreas Andreea Andrei Andrej Andreja Andres Andrew Andrey André Andrii Andriy
Andrzej Andy Anette Angel Angela Angelina Angelo Angus Anibal Anika Anil Anita Anjali Anke Ankit Ann Anna Annalena Anne Annegret Anneliese Annette Annie Anthony
Antje Antoine Antoinette Anton Antonella Antoni Antonio Antonis Antony António Antônio Anwar Aparecida April Aram Arantxa Archie Ardeshir Ariadna Arianna Arieh
Ariel Arif Aris Arjen Arjun Arkadiusz Arkady Arlene Armando Armen Armin Arnaud Arne Arnold Arsen Arseniy Artem Arthur Arturo Artyom Arun Arvid Arvind Arye Asad
Asamoah Asbjørn Ashlee Ashley Ashok Ashraf Ashton Ashwini Asif Askar Assimi Astrid Atal Atiku Attila Atul Audrey August Augusto Aung Aurelio Aurélie Aurélien
Austin Ava Avery Avi Avigdor Avraham Axel Aya Ayad Aydın Ayelet Ayesha Ayo Ayşe Ayumi Azar Aziz Ágnes Ákos Åsa
Babatunde Babu Bahram Bailey Balázs Bambang Bao Barack Barbara Barbora Barney Barry Bart Bartosz Bas Bashar Bashir Basil Bassirou Bastien Bärbel Beata Beatrice
Beatriz Beau Becky Behnam Behrouz Bekir Bella Ben Benazir Bence Benedict Benedikt Benedita Benigno Benito Benjamin Benny Benoit Benoît Beppe Berat Bernard
Bernardita Bernardo Bernd Bernie Bert Bertrand Beth Bethany Betsy Bettina Betty Beverly Bezalel Béla Bhupesh Bianca Bidzina Bilal Bilawal Bill Billy Binali
Binyamin Birgit Birgitta Bjarne Bjorn Björn Bjørn Blair Blaise Blake Blanka Bo Boaz Bob Bobby Bodo Bogdan Bogusław Bohdan Bohuslav Bojko Bola Bonnie Boris Borut
Borys Boyko Bożena Božena Brad Bradley Brady Bram Brandon Branko Brayden Breanna Brenda Brendan Brennan Brent Brett Brian Bridget Brigitte Britney Brody
Bronisław Bronwyn Brooke Brooklyn Bruce Bruna Bruno Bryan Bryce Bryn Bryson Budi Burkhard Burt Bushra Bülent Byron
Caetano Caitlin Caleb Calin Callum Calvin Cameron Camila Camilla Camille Camilo Candido Cara Carl Carl-Gustaf Carla Carles Carlo Carlos Carlota Carly Carmen
Carol Carolina Caroline Carolyn Carrie Carson Carsten Carter Casey Caspar Cassandra Cassidy Catherine Cathy Călin Cecilia Cedric Celia Celina Celso Cemil Cesar
Cevdet Cezary Cédric Céline Chad Chaim Chandra Chandrababu Chang Chantal Chantelle Charlene Charles Charlie Charlotte Cheikh Chelsea Chen Cheng Cheryl Chester
Chiara Chidi Chika Chimamanda Chinedu Chinua Chloe Chris Christa Christer Christian Christiane Christina Christine Christoph Christophe Christopher Christos
Christy Chuck Ciara Cindy Cinzia Claire Clara Clarence Claude Claudia Claudio Clay Clayton Cláudio Clemens Clément Clémentine Clint Clive Clyde Cole Colin
Colleen Collin Condoleezza Connie Connor Conor Conrad Constantin Consuelo Cooper Corazon Corey Corinne Cornelia Corrado Cory Costas Courtney Craig Crin Cristian
Cristiano Cristina Cristobal Csaba Curtis Cynthia Cyril Cyrus Czesław
Dacian Dag Dagfinn Dagmar Daisuke Daisy Dalia Damian Damien Damon Dan Dana Daniel Daniela Danielle Danijel Danil Danilo Danny Danuše Danuta Daouda Daphne Darcy
Daria Dario Darius Dariusz Darren Darryl Daryl Daryoush Dave David Davide Dawn Dawood Dániel Dávid Dean Debbie Deborah Debretsion Declan Deepak Deirdre Dejan
Delaney Delcy Delphine Demetrio Demetrius Demi Denis Denise Dennis Denys Derek Derrick Desiree Desmond Detlef Devendra Devin Devon Dewi Diana Diane Dianne
Diarmuid Dick Didier Diederik Diego Dieter Dietmar Dilip Dilma Dimitar Dimitri Dimitrios Dimitris Dina Dinesh Dionne Diosdado Dirk Divya Dmitri Dmitriy Dmitry
Dmytro Dolores Dominic Dominik Dominique Don Donald Donatella Donna Donovan Dora Dorin Doris Dorota Dorothee Dorothy Doug Dougal Douglas Dov Dragan Dragos
Drahomíra Drake Dražen Drew Duane Duncan Dustin Dušan Dwight Dylan
Eamon Eamonn Earl Ebba Eberhard Ebony Ebrahim Ed Eddie Eddy Edgar Edgardo Edith Edmund Edouard Edson Eduard Eduarda Eduardo Edward Edwin Edyta Efraim Efrain
Egon Ehud Eiji Eileen Eilidh Einar Eino Eitan Eivind Ekaterina Ekrem Elaine Elco Eleanor Elena Eleni Eli Elias Eliezer Elijah Elin Elio Elisa Elisabeth Elise
Eliza Elizabeth Elke Ella Ellen Ellie Elliot Elliott Elly Elmar Elon Eloy Elsa Elvira Elvis Elżbieta Emanuel Emanuele Emeka Emil Emiliano Emilie Emilio Emily
Emine Emma Emmanuel Emmeline Emmett Emomali Enda Enric Enrico Enrique Enzo Eoin Erez Eric Erica Erik Erika Erin Erkan Erkki Erna Ernest Ernestina Ernesto Ernst
Erwin Esko Esmail Esteban Esther Eszter Ethan Ettore Euan Eugene Eugenia Eusebio Eva Eva-Britt Evan Evangelos Evariste Evaristo Eve Evelyn Evgeni Evgenia
Evgeniy Evgeny Evo Ewa Ewan Ewelina Ezekiel Ezequiel Édouard Élisabeth Étienne
Fabien Fabio Fabiola Fabrice Fabrizio Facundo Fadwa Fahad Fahrettin Faisal Faiza Falk Farah Fariba Farid Farida Farouk Farzad Fatih Fatima Fatma Faure Faustin
Fausto Fawzi Faye Federica Federico Felicia Felipe Felix Femi Femke Ferdinand Ferenc Fereydoun Fergus Fermin Fernanda Fernando Fethullah Fidel Filip Filipe
Filippo Finlay Finn Fiona Flavia Flavio Flávio Fleur Flor Florence Florencia Florent Florian Florin Floyd Fofi Frances Francesca Francesco Francis Francisco
Franck Franco Francois François Frank Frank-Walter Frankie Franklin Frans Franz Franziska Fraser Frauke Fred Freddie Frederic Frederick Fredrik Freya Friedrich
Fritz Frode Fuad Fumio Fyodor
Gabriel Gabriela Gabriele Gabrielle Gaby Gadi Gaetano Gaël Gaëlle Gage Gail Ganesh Ganjar Gareth Garrett Garrison Gary Gaspar Gautam Gavin Gayle Gaynor Gábor
Gbenga Geert Geir Gemma Genaro Gene Gennady Geoff Geoffrey Georg George Georges Georgi Georgia Georgie Georgina Georgios Gerald Geraldine Geraldo Gerard Gerardo
Gerd Gergely Gerhard German Gerrard Gerry Gert Gesine Gérald Gérard Ghada Ghassan Gheorghe Ghislaine Gholam Gholamhossein Ghulam Giacinta Giacomo Giada
Giampaolo Giancarlo Gianfranco Gianluca Gianluigi Gianni Giannis Gianroberto Gibran Gideon Gijs Gilad Gilbert Gilberto Gilles Gilmar Gina Giorgi Giorgia Giorgio
Giorgos Giovanni Girish Giselle Giulia Giulio Giuseppe Gladys Gleb Gleisi Glen Glenda Glenn Gloria Golda Golnaz Gonzalo Goodluck Gopal Goran Gordon Goro
Gotabaya Göran Grace Graham Grant Grayson Grażyna Greg Gregg Gregor Gregory Greta Grete Grégoire Grigory Gro Grzegorz Gudrun Guido Guillaume Guillermo Gunilla
Gunnar Gunther Gurbanguly Gurmeet Gus Gustavo Guy Gülsüm Günter Günther Gwen György Gyula
Hadi Hafez Haider Haile Hailemariam Haim Haitham Hakan Hakon Hal Hala Haley Halina Halvard Hamad Hamid Hamidreza Hamish Hamza Hana Hanan Hani Hanna Hannah Hanne
Hannelore Hannes Hans Hans-Dietrich Harald Harish Harley Harold Harri Harriet Harris Harrison Harry Hartmut Haruhiko Haruka Haruki Harvey Hasan Hashim Hasim
Hassan Hatem Haydar Hayden Hayk Hayley Hazel Hazem Håkan Heather Hector Hedwig Heidi Heike Heiko Hein Heiner Heinrich Heinz Helen Helena Helene Helga Helle
Helmut Hemant Hendrik Henk Henri Henrietta Henrik Henrique Henry Henryk Herbert Herman Hermann Hervé Herzi Heshmatollah Heydar Hélène Hideki Hideo Hilal Hilary
Hildegard Hillary Hillel Hina Hirohito Hirokazu Hiroshi Hisham Holger Hollie Holly Homer Hooman Horacio Horst Hosni Hossein Howard Hristo Htin Hubert Hubertus
Huda Hudson Hugh Hugo Hulusi Humberto Hun Hussain Hussein Hüseyin
Iain Ian Ibrahim Ibrahima Ichiro Ida Idan Idris Idriss Ifeanyi Iftikhar Ignacia Ignacio Ignazio Igor Ihor Ijaz Ikechukwu Iker Ilan Ilaria Ildikó Ilham Ilie
Ilona Ilse Imad Iman Imelda Imogen Imran Imre Ina Indira Indrani Ine Ines Inès Inga Inger Ingo Ingrid Ingvar Inigo Inna Ioannis Ion Iona Ionel Iqbal Ira Iraj
Irakli Irena Irene Ireneusz Irina Iris Irma Iryna Isaac Isabel Isabella Isabelle Isaiah Isaias Isamu Isidro Isla Ismael Ismail Israa Israel Issa István Itamar
Itay Itzhak Itziar Iulian Ivan Ivana Ivanna Ivano Ivaylo Iván Ivica Ivo Ivy Iwona Iyad Izabela İsmail
Jaakko Jaap Jaber Jabir Jace Jacek Jacinto Jack Jackie Jackson Jacob Jacqueline Jacques Jada Jade Jaden Jadranka Jadwiga Jagdish Jaime Jair Jairam Jake Jakob
Jakub Jalal Jalen Jamaal Jamal Jamar James Jameson Jamie Jamil Jan Jan-Peter Jana Jandira Jane Janelle Janet Janez Janice Janine Janko Janusz Jared Jarmila
Jaroslav Jarosław Jarrod Jasmin Jasmine Jason Javad Javed Javier Javiera Jawad Jay Jayden Jaylen János Jean Jean-Claude Jean-Luc Jean-Marie Jean-Michel
Jean-Pierre Jean-Yves Jeanne Jeb Jed Jeff Jefferson Jeffrey Jelena Jelle Jennifer Jenny Jens Jeremiah Jeremy Jeroen Jerome Jerrod Jerry Jerzy Jesper Jesse
Jessica Jesus Jesús Jérôme Jill Jim Jimena Jimmy Jin Jiro Jiří Jo Joachim Joan Joanna Joanne Joao Joaquim Joaquin Joaquín João Jocelyn Jochen Jodi Jodie Joe
Joel Joerg Joël Johan Johann Johannes John Johnny Joice Joko Jolanta Jomo Jon Jonas Jonathan Joni Joost Jordan Jordi Jorge Joris Jose Josef Josefina Josep
Joseph Josephine José Josh Joshua Josie Josip Jovan Joyce Jozef Józef Jörg Juan Juana Juanita Judit Judith Judy Juergen Juha Jules Julia Julian Juliana Julián
Julie Julien Juliet Julio Julius Jun June Junichiro Jussi Justin Justine Jutta Jürgen Jyoti Jørgen
Kai Kailash Kaisa Kaitlyn Kaja Kajsa Kakha Kamal Kamala Kambiz Kamel Kamil Kamla Kanye Kapil Kara Karan Karel Karen Kari Karim Karin Karina Karl Karl-Theodor
Karol Karolina Karsten Karthik Kassem Kassym-Jomart Katalin Katarina Katarzyna Kate Katerina Kateryna Katherine Kathleen Kathryn Kathy Katie Katja Katrin
Katrina Katrín Kaveh Kavita Kay Kayla Kazimierz Kazuo Keegan Keeley Keiko Keir Keisha Keith Kelly Kelsey Kelvin Kemal Ken Kendall Kenji Kenneth Kenny Kenzo
Kerry Kerstin Kevin Khadija Khairat Khaled Khaleda Khalid Khalil Khamis Khin Kianoush Kiera Kieran Kim Kimberly Kinga Kira Kiran Kiril Kirill Kirk Kirsten
Kirstie Kirsty Kishore Kiyoshi Kjell Klaas Klara Klaus Klára Knut Kobe Kofi Koichi Koji Kolinda Konrad Konstantin Konstantinos Kostas Krasimir Kris Krishna
Kristalina Kristen Kristian Kristin Kristina Kristine Kristín Kristy Krystyna Krzysztof Ksenia Kumar Kurmanbek Kurt Květa Kwame Kwesi Kyle Kylie Kyra Kyriakos
Kyrylo
LaToya Lacey Ladislav Laila Lajos Lakeisha Lakshmi Lalit Lalu Lamia Lamine Lance Landon Laolu Lara Larisa Larry Lars Lars-Erik Lasse Laszlo Latif Latoya Laura
Lauren Laurence Laurent Lautaro Lawrence László Leah Leandro Leanne Lech Lee Lefteris Leif Leigh Leila Len Lena Leni Lenka Lennox Leo Leon Leonard Leonardo
Leonid Leonie Leopoldo Leroy Les Lesia Leslie Lester Leszek Letizia Lev Levan Levi Levon Lewis Lexi Li Liam Libor Licia Lidia Lila Lilianne Lillian Lily Limor
Lin Lina Linda Lindsay Lindsey Lionel Lisa Lise Liu Liudmyla Liviu Liz Lloyd Lodewijk Logan Lois Loredana Lorenzo Lorna Lorraine Lothar Lou Louis Louisa Louise
Loukas Lubna Lubomír Luboš Luc Luca Lucas Lucia Luciana Luciano Lucie Lucinda Lucy Ludovic Ludovica Ludwig Luigi Luis Luisa Luiz Luiza Luís Luka Lukas Luke
Lutfi Luz Lúcia Lydia Lyle Lyndon Lynn Lyubov Lyudmila Ľuboš Ľudovít
Maarten Mabel Macarena Maciej Mackenzie Macky Maddison Madeleine Madhav Madison Maeve Magali Magda Magdalena Magdaléna Magnus Maha Mahamat Mahathir Mahdi Maher
Mahesh Mahinda Mahmood Mahmoud Mahsa Maithripala Maja Majid Makis Makoto Maksim Maksym Malala Malcolm Malik Malin Malinda Mallikarjun Mamadou Mamady Mamata
Manal Mandy Manfred Manish Manmohan Manny Manoj Manolis Manolo Manon Manouchehr Mansour Mansur Manuel Manuela Mao Mara Marc Marcel Marcela Marcelino Marcelo
Marcia Marcin Marco Marcos Marcus Marcy Marek Margaret Margarete Margarita Margaux Margo Margot Margrethe Maria Mariam Marian Mariana Marianne Mariano Marián
Marie Marie-Claire Marielle Marijn Mariko Marilyn Marina Mario Marion Marisol Marit Marius Mariusz Mariya María Marjolein Marjorie Mark Markku Marko Markus
Marlene Marlies Marsha Marta Martha Martin Martina Martine Martín Martti Marty Marvin Marwan Mary Maryam Marzena Masaru Masato Masayoshi Masha Masih Mason
Masoud Masoumeh Massimo Massoud Matej Mateo Mateusz Mathias Mathieu Mathilde Matías Mats Matt Matteo Matthew Matthias Matti Mattia Mattie Matvey Maura Maureen
Maurice Mauricio Maurizio Max Maxim Maxima Maxime Maximilian Maximo Maxine May Maya Mayank Mazen Małgorzata Márcio Márta Márton Mátyás Mckenzie Meera Megan
Megawati Mehdi Mehmet Mehran Mehrdad Meir Meirav Mel Melanie Meles Melinda Melissa Melvin Menachem Meral Merav Meredith Merle Merrick Mesut Mette Mevlut Mevlüt
Mia Micah Michael Michaela Michaël Michal Michalis Michał Micheál Michel Michele Michelle Michiko Mick Mickey Mieczysław Mieke Miguel Mihai Mihály Mikael Mike
Mikhail Mikhailo Mikheil Mikko Miklós Mila Milagros Milan Miles Miley Millicent Millie Milos Miloš Ming Minnie Minoru Mir Mira Miranda Mircea Mireille Mirek
Mirella Miri Miriam Miroslav Mirosław Misha Misty Mitch Mitchell Mitt Miyuki Mladen Moataz Mohamed Mohammad Mohammad-Javad Mohammed Mohamud Mohan Mohandas
Mohsen Moira Moise Moises Moïse Mojmír Mojtaba Molly Mona Monica Monika Monique Moqtada Morag Mordechai Morgan Morris Morten Morteza Moshe Mostafa Mounir Moussa
Moya Mónica Mstyslav Muammar Mugur Muhammad Muhammadu Muharrem Muhyiddin Mukesh Mulatu Mulayam Mumtaz Munir Muqtada Murad Murali Murat Muriel Murli Murray Musa
Musab Mustafa Myint Mykhailo Mykola Mykyta Myles Myra Myriam
Nabil Nada Nadezhda Nadège Nadia Nadim Nadine Nadiya Naftali Naim Najib Najla Nana Nancy Naomi Naoto Narendra Naresh Narges Naruhito Naser Nasir Nasrin Nasser
Natalia Natalie Natalya Natan Natasha Natálie Nathalie Nathan Nathaniel Naveen Nawal Nawaz Nayib Nazanin Nazar Nebojša Necmettin Neha Neil Nello Nelly Nelson
Nestor Neven Neville Ngozi Nguyen Niall Niamh Nicanor Nicholas Nick Nicky Nicola Nicolae Nicolas Nicolás Nicole Nicoletta Nicos Nidal Niels Nigel Nikhil Nikita
Nikki Nikol Nikola Nikolai Nikolaos Nikolay Nikos Nils Nilton Nina Nino Nir Nirmala Nisha Nitin Nitish Nitzan Nizar Nnamdi Noa Noah Noam Noel Noelia Noor Nora
Norbert Noreen Noriko Norma Norman Norodom Nour Nouri Nuala Numan Nuri Nursultan
Obi Octavia Octavian Octavio Odile Ofer Ofir Ognjen Okechukwu Oksana Ola Olaf Olav Olavo Oldřich Ole Oleg Oleh Oleksandr Oleksandra Oleksii Oleksiy Olena Olesya
Olga Oliver Olivia Olivier Ollanta Olli Olof Olu Olusegun Omar Omer Omotola Omprakash Ondřej Ophir Orest Orhan Orla Orlando Orly Ornella Osama Osamu Oscar Oskar
Osman Ostap Oswald Otavio Othman Otto Oumar Ousmane Ovidiu Owen Ólafur Ömer
Paavo Pablo Padraig Paetongtarn Paige Pamela Panagiotis Pankaj Panos Paola Paolo Paris Parisa Parkash Parker Parvez Pascal Pascale Pasquale Pat Patrice Patricia
Patrick Patrizia Patti Patty Paul Paul-Henri Paula Paulette Pauline Paulo Pavel Pavla Pavlo Pavlos Paweł Pál Päivi Pär Peder Pedro Peer Peggy Pekka Penny Pepe
Percy Pernille Perrine Perry Pervez Petar Pete Peter Petko Petr Petra Petre Petro Petros Peyton Pezhman Péter Pham Phil Philip Philippe Philippine Phillip
Phoebe Phyllis Pia Pierluigi Piero Pierre Pierre-Claver Piers Piet Pieter Pietro Pilar Pim Pina Pinarayi Piotr Piper Piyush Plamen Polina Polly Poul Prabhu
Prabowo Pradeep Prakash Pranab Prashant Pratap Praveen Prayut Preeti Prem Priscilla Priya Przemysław
Qais Qasem Qasim Qassem Quentin Quincy Quinn Quinton
Rachel Regina Estelle Renée Rachid Rachida Radek Radoslaw Radosław Radovan Radu Rafael Rafał Raffaele Rafi Rafik Rafiq Raghav Ragnar Rahul Raila Raimundo Rainer Raj Rajendra Rajesh
Rajiv Rajnath Raju Rakesh Ralf Ralph Raluca Ram Ramadan Ramesh Rami Ramin Ramiro Ramon Ramón Ramzan Ramzi Rana Randall Randy Rania Ranil Ranjan Raphael Raphaël
Rasha Rashad Rashid Rashida Rasmus Ratan Ratko Raul Raúl Ravi Ray Raymond Rebecca Recai Recep Reem Reese Reggie Reginald Rehana Rehman Reid Reiner Reinhard Rena
Renan Renata Renate Renato Rene René Renuka Renzo Retno Rex Reza Régis Réka Rémi Rhiannon Rhonda Rhys Riad Ricardo Riccardo Richard Rick Ricky Riek Rigoberta
Riikka Riley Rima Rishi Rita Rivka Riyad Rizwan Roar Rob Robert Roberta Roberto Robin Rocco Rocio Rocío Rod Rodney Rodolfo Rodrigo Rogelio Roger Rohit Roisin
Roland Rolf Roman Romano Romário Ron Ronald Ronan Ronen Ronnie Rory Rosa Rosalind Rosaria Rosario Rose Roselyne Rosemary Rosen Rosie Ross Rostislav Rostyslav
Rouhollah Rowan Roxana Roxanne Roy Roya Roza Rómulo Ruben Rubén Ruby Rudolf Rudy Rula Rumen Rune Rupert Ruslan Ruslana Russell Rustem Rusty Ruth Ruud Ryan
Ryszard Ryu
Saad Sabah Sabina Sabri Sabrina Sachin Saddam Sadiq Sadyr Saeed Saeid Safa Sahra Saif Sajith Salah Saleh Salim Sally Salma Salman Salome Salva Salvador
Salvadora Salvatore Sam Samantha Sami Samir Samira Samuel Sana Sanae Sandeep Sandra Sandro Sandy Sanjay Sanjeev Sanna Santiago Santos Santosh Saoirse Sara Sarah
Sasha Saskia Satish Satoshi Sattar Saul Sauli Savannah Savita Sawsan Sawyer Sayed Sándor Scott Seamus Sean Sebastian Sebastiano Sebastián Sebastião Segun Seiji
Sekou Selahattin Selin Semyon Seppo Serdar Serena Serge Sergei Sergey Sergii Sergio Serhii Serhiy Serzh Seth Seydou Ségolène Sérgio Séverine Shadi Shafiq Shah
Shahbaz Shahid Shahram Shane Shania Shankar Shannon Sharad Shari Sharif Sharlene Sharon Shashi Shaukat Shaul Shaun Shavkat Shawn Shehbaz Sheila Shelby Shelley
Shelly Sherri Sherry Sheryl Shigeru Shimon Shin Shinji Shinzo Shinzō Shireen Shirin Shirley Shiv Shivraj Shlomo Shmuel Sho Shohei Shoichi Shona Shukri Siamak
Sian Sibyle Sibylle Sidi Sidney Siegfried Sienna Sigmar Signe Sigrid Silke Silvana Silvia Silvio Simeon Simon Simona Simone Sinead Sipho Siri Sirimavo Siti Siv
Sizwe Sjoerd Skye Skylar Slobodan Smriti Snežana Sofia Sofie Soheil Soledad Solène Solomon Sonia Sonja Sonny Sooronbay Sophia Sophie Sorin Sotiris Sören Spencer
Spyros Srettha Sri Stacey Stacy Stan Stanislav Stanisław Stanley Stavros Stef Stefan Stefania Stefano Stefán Steffen Stein Stelios Stella Stepan Stephane
Stephanie Stephen Steve Steven Stevie Stewart Stéphane Stig Stine Stjepan Stoyan Stuart Subramanian Sudhir Sue Suha Sukarno Sulaiman Suleiman Suleyman Suman
Sumio Sumitra Sunil Surendra Suresh Suri Susan Susana Susanne Sushma Susilo Susumu Suzanne Süleyman Sven Svenja Sverre Svetlana Svitlana Svyatoslav Sybil Sydney
Sylvain Sylvester Sylvia Sylvie Szabolcs Szymon Søren Sławomir Štefan
Tabata Tabitha Tadashi Tadeusz Tage Taha Taher Tahir Takashi Takeshi Taku Takuya Tal Talal Tamar Tamara Tamás Tamika Tamim Tammy Tanisha Tansu Tanya Tara Taras
Tarcísio Tarek Tareq Tariq Tarja Taro Tasha Tatiana Tatjana Tatum Tatyana Tawfiq Taylor Tayyip Ted Tedros Tejashwi Tendai Teodor Teodoro Terence Teresa Teresita
Terrell Terrence Terri Terry Tess Tetiana Thabo Thaksin Thandi Thanos Thein Thelma Themba Theodor Theodore Theodoros Theresa Therese Théo Thiago Thibault
Thierry Thomas Thongloun Thor Thorbjørn Thorsten Tia Tibor Tiffany Tigran Tihomir Tim Timmy Timo Timofey Timothy Tina Tino Tiziana Tímea Tjeerd Tobias Toby Todd
Todor Tom Tomas Tomasz Tomás Tomáš Tomislav Tommaso Tommy Tomohiro Toni Tony Tonya Toomaj Tor Torbjörn Tore Tori Torsten Toshihiro Toshio Tove Tracey Tracie
Tracy Traian Travis Trent Trevor Tri Tricia Trine Trisha Troels Trudy Truong Trygve Tsuyoshi Tsvetan Tucker Tudor Tunde Turgut Twan Tyler Tyrone Tyson Tzachi
Tzipi
Uche Uddhav Udo Ugo Uhuru Ulf Ulla Ulrich Ulrike Uma Umar Umaru Umberto Una Unni Urho Uri Ursula Urszula Usama Usha Usman Ute Uwe Uzi Ümit
Vaclav Vadim Vadym Vahagn Vahid Valentin Valentina Valentyn Valeria Valerie Valerii Valeriia Valeriu Valeriy Valery Valérie Vanessa Vasile Vasily Vassilis
Vasundhara Vasyl Vaughn Václav Vedran Velma Veniamin Venkaiah Vera Vernon Veronica Veronika Verónica Vesna Veysel Véronique Viacheslav Vicenta Vicente Vicki
Vicky Victor Victoria Vidar Vijay Vikram Viktor Viktoria Viktória Vinay Vince Vincent Vincenzo Vinicius Vinod Viola Violet Viorica Vipin Virginia Vishal Vitali
Vitalii Vitaliy Vitaly Vito Vittorio Vivek Viveka Vivian Vivienne Vít Vlad Vladimir Vladimír Vladislav Vladyslav Vlasta Vo Vojislav Vojtěch Volker Volodymyr
Vsevolod Vuk Vyacheslav
Wacław Wade Wael Wahyu Waldemar Waleed Walid Wallace Walt Walter Walther Wanda Wang Waqar Warren Wayne Wei Wellington Wendell Wendy Werner Wes Wesley Whitney
Wiebke Wiesław Wiktor Wilbur Wilfred Wilhelm Will Willem Willem-Alexander William Willie Wilma Wilson Wim Winfried Winifred Winston Wissam Wladimir Wojciech
Wole Wolfgang Wolfram Woodrow Wopke Wouter Władysław Włodzimierz
Xander Xavier Xi Ximena Xiomara
Yaakov Yael Yaël Yahya Yair Yan Yana Yang Yanis Yann Yannick Yannis Yariv Yaroslav Yasaman Yashwant Yasin Yasir Yasmeen Yasmin Yasmine Yasser Yassin Yasuhiro
Yasuo Yefim Yegor Yehor Yehuda Yehudit Yekaterina Yelena Yemi Yevgeni Yevgenia Yevgeny Yevhen Yiannis Yingluck Yisrael Yitzhak Yngve Yoav Yoel Yohanan Yoichi
Yoko Yolanda Yong Yoon Yosef Yoshihide Yoshihiko Yoshinobu Yoshiro Yoshitaka Yossi Younes Younis Yousef Youssef Yoweri Yuki Yukio Yuko Yulia Yuliia Yuri Yuriko
Yuriy Yusef Yusuf Yuval Yves Yvette Yvonne Yıldırım
Zac Zach Zachary Zack Zafar Zahra Zaid Zainab Zaki Zalmay Zander Zanele Zara Zbigniew Zdeněk Zdravko Zdzisław Zeev Zehra Zeinab Zeynep Zhang Zhanna Zhao Zhelyu
Ziad Zion Zlatko Zoe Zofia Zoltán Zoran Zsolt Zsuzsanna Zuhair Zulema Zulfikar Zurab Zuzana Zuzanna Zvi Zweli Željko
Øystein
Łukasz
`;

/**
 * Titles and offices that stand before a name; lower case, several words allowed. They belong to no name, but what
 * follows one in capitals is a person.
 */
export const PERSON_TITLES: readonly string[] = [
	"mr",
	"mr.",
	"mrs",
	"mrs.",
	"ms",
	"ms.",
	"miss",
	"dr",
	"dr.",
	"doctor",
	"prof",
	"prof.",
	"professor",
	"sir",
	"dame",
	"lord",
	"lady",
	"king",
	"queen",
	"prince",
	"princess",
	"emperor",
	"sheikh",
	"sultan",
	"emir",
	"pope",
	"cardinal",
	"archbishop",
	"bishop",
	"rabbi",
	"imam",
	"ayatollah",
	"grand ayatollah",
	"father",
	"sister",
	"rev.",
	"reverend",
	"saint",
	"president",
	"vice president",
	"vice-president",
	"president-elect",
	"former president",
	"prime minister",
	"deputy prime minister",
	"premier",
	"chancellor",
	"minister",
	"foreign minister",
	"defense minister",
	"defence minister",
	"interior minister",
	"finance minister",
	"health minister",
	"energy minister",
	"justice minister",
	"secretary",
	"secretary of state",
	"secretary of defense",
	"defense secretary",
	"defence secretary",
	"foreign secretary",
	"home secretary",
	"treasury secretary",
	"health secretary",
	"interior secretary",
	"homeland security secretary",
	"press secretary",
	"general secretary",
	"secretary general",
	"secretary-general",
	"attorney general",
	"solicitor general",
	"surgeon general",
	"governor",
	"gov.",
	"gov",
	"senator",
	"sen.",
	"sen",
	"representative",
	"rep.",
	"rep",
	"congressman",
	"congresswoman",
	"speaker",
	"house speaker",
	"majority leader",
	"minority leader",
	"senate leader",
	"mayor",
	"councillor",
	"councilman",
	"mp",
	"judge",
	"justice",
	"chief justice",
	"prosecutor",
	"ambassador",
	"envoy",
	"commissioner",
	"general",
	"gen.",
	"gen",
	"lieutenant general",
	"lt. gen.",
	"lieutenant",
	"lt.",
	"lt",
	"colonel",
	"col.",
	"col",
	"major",
	"maj.",
	"captain",
	"capt.",
	"capt",
	"commander",
	"admiral",
	"adm.",
	"rear admiral",
	"vice admiral",
	"marshal",
	"sergeant",
	"sgt.",
	"sgt",
	"corporal",
	"cpl.",
	"private",
	"pvt.",
	"officer",
	"detective",
	"inspector",
	"sheriff",
	"chief",
	"police chief",
	"fire chief",
	"agent",
	"chairman",
	"chairwoman",
	"chair",
	"ceo",
	"chief executive",
	"cfo",
	"director",
	"managing director",
	"deputy director",
	"manager",
	"coach",
	"head coach",
	"referee",
	"spokesman",
	"spokeswoman",
	"spokesperson",
	"leader",
	"analyst",
	"economist",
	"scientist",
	"researcher",
	"lawyer",
	"attorney",
	"author",
	"actor",
	"actress",
	"singer",
	"activist",
	"journalist",
	"reporter",
	"correspondent",
	"candidate",
	"nominee",
	"deputy",
	"deputy director",
	"deputy minister",
	"vice chairman",
	"chief minister",
	"chief of staff",
	"crown prince",
	"supreme leader",
	"opposition leader",
	"party leader",
	"district attorney",
	"first lady",
	"first minister",
	"maj",
	"major general",
	"maj. gen.",
	"maj gen",
	"brigadier",
	"brig.",
	"brig",
	"brigadier general",
	"brig. gen.",
	"lt col",
	"lt. col.",
	"lt gen",
	"lieutenant colonel",
	"msgr",
	"msgr.",
	"rev",
	"fr.",
	"insp",
	"insp.",
	"supt",
	"supt.",
	"superintendent",
	"det",
	"det.",
	"cmdr",
	"cmdr.",
	"constable",
	"trooper",
	"coroner",
	"pastor",
	"deacon",
	"mullah",
	"maulana",
	"sayyid",
	"hon.",
	"herr",
	"madame",
	"monsieur",
	"owner",
	"founder",
	"co-founder",
	"president emeritus",
	"acting president",
	"acting director",
	"director general",
	"inspector general",
	"auditor general",
	"taoiseach",
	"comrade",
];

/** Words inside a name of a person that are written small ("Ursula von der Leyen"). */
export const NAME_PARTICLES: ReadonlySet<string> = new Set([
	"al",
	"bin",
	"ibn",
	"bint",
	"ben",
	"abu",
	"de",
	"da",
	"do",
	"dos",
	"das",
	"del",
	"della",
	"di",
	"du",
	"la",
	"le",
	"el",
	"van",
	"der",
	"den",
	"von",
	"zu",
	"ter",
	"ten",
	"y",
	"ul",
	"ur",
	"af",
	"dos",
	"bar",
]);

/** What may follow the last word of a name of a person. */
export const NAME_SUFFIXES: ReadonlySet<string> = new Set(["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"]);

/** Verbs of which persons, and hardly places, are the subject. */
export const PERSON_VERBS: ReadonlySet<string> = new Set([
	"say",
	"tell",
	"add",
	"explain",
	"recall",
	"write",
	"resign",
	"die",
	"testify",
	"tweet",
	"argue",
	"marry",
	"bear",
	"retire",
	"smile",
	"joke",
	"plead",
]);
